import type { ComponentChildren } from 'preact';
import { shortcutsOn } from './keyboard.ts';

interface Props {
  onPress(): void;
  /** One character; shown on the button and pressed by keyboard.ts. */
  shortcut?: string;
  look?: 'primary' | 'plain' | 'danger';
  /** The button cannot be used now. Not `disabled`, which would remove the focus from it. */
  off?: boolean;
  /** The arrow keys stop at this button in a list. */
  row?: boolean;
  /** For screen readers, when the text alone does not say which ticket or person is meant. It contains the text. */
  label?: string;
  children: ComponentChildren;
}

/** A button. It ignores the second click of a double click: by then it may already stand for the next step. */
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

function Key({ name }: { name: string }) {
  return shortcutsOn.value ? (
    <span class="key" aria-hidden="true">
      {name.toUpperCase()}
    </span>
  ) : null;
}
