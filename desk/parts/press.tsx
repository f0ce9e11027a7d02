import type { ComponentChildren } from 'preact';
import { shortcutsOn } from './keyboard.ts';

interface Props {
  onPress(): void;
  /** One character; shown on the button and pressed by keyboard.ts. */
  shortcut?: string;
  look?: 'primary' | 'plain' | 'danger';
  /** Cannot be used now. Not `disabled`: that would throw the keyboard's focus away. */
  off?: boolean;
  /** The arrow keys stop at it on their way through a list. */
  row?: boolean;
  /** Read instead of the text when the text alone does not say which ticket or person is meant; contains the text. */
  label?: string;
  children: ComponentChildren;
}

/** A button. The second click of a double click is ignored: by then the button may already mean the next step. */
export function Press({ onPress, shortcut, look = 'plain', off = false, row = false, label, children }: Props) {
  return (
    <button
      type="button"
      class={`press ${look}`}
      aria-disabled={off}
      data-key={shortcut}
      data-row={row || undefined}
      aria-label={label}
      aria-keyshortcuts={shortcut && shortcutsOn.value ? shortcut : undefined}
      onClick={(event) => {
        if (!off && event.detail < 2) onPress();
      }}
    >
      <span class="press-text">{children}</span>
      {shortcut && <Key name={shortcut} />}
    </button>
  );
}

export function Key({ name }: { name: string }) {
  return shortcutsOn.value ? (
    <span class="key" aria-hidden="true">
      {name.toUpperCase()}
    </span>
  ) : null;
}
