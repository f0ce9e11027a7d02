import type { ComponentChildren } from 'preact';
import { shortcutsOn } from './keyboard.ts';

interface Props {
  onPress(): void;
  /** One character; shown on the button and pressed by keyboard.ts. */
  shortcut?: string;
  /** Another key for the same button, not shown. */
  alsoKey?: string;
  /** `call` is gold: only what calls a visitor. `quiet` has no outline. */
  look?: 'primary' | 'call' | 'plain' | 'quiet' | 'danger';
  /** The button cannot be used now. Not `disabled`, which would remove the focus from it. */
  off?: boolean;
  /** The arrow keys stop at this button in a list. */
  row?: boolean;
  /** For screen readers, when the text alone does not say which ticket or person is meant. It contains the text. */
  label?: string;
  children: ComponentChildren;
}

/** A button. It ignores the second click of a double click: by then it may already stand for the next step. */
export function Press(props: Props) {
  const { onPress, shortcut, alsoKey, look = 'plain', off = false, row = false, label, children } = props;
  const keys = [shortcut, alsoKey].filter((key) => key !== undefined).join(' ') || undefined;
  return (
    <button
      type="button"
      class={`press ${look === 'call' ? 'primary call' : look}`}
      aria-disabled={off}
      data-key={keys}
      data-row={row || undefined}
      aria-label={label}
      aria-keyshortcuts={shortcutsOn.value ? keys : undefined}
      onClick={(event) => {
        if (!off && event.detail < 2) onPress();
      }}
    >
      <span class="press-text">{children}</span>
      {shortcut && <Key name={shortcut} />}
    </button>
  );
}

/** The drawing of a key; not shown when shortcuts are switched off. */
export function Key({ name }: { name: string }) {
  return shortcutsOn.value ? (
    <span class="key" aria-hidden="true">
      {name.length === 1 ? name.toUpperCase() : name}
    </span>
  ) : null;
}
