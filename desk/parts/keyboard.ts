/**
 * A shortcut presses the button that shows it (`data-key`), so that a key can do only what the screen offers. Keys are
 * ignored in text fields, with Ctrl, Alt or Meta, and when held down: a hand that rests on a key must not call ten visitors,
 * nor answer by Enter the dialog that its first press has opened.
 */
import { effect, signal } from '@preact/signals';

const STORE = 'den-luot-shortcuts';
const RADIO = 'input[type="radio"]';
const TYPED_IN = 'input:not([type="radio"], [type="checkbox"]), select, textarea, [contenteditable]';

/** WCAG 2.1.4: single-letter shortcuts can be switched off (speech input "types" letters). */
export const shortcutsOn = signal(localStorage.getItem(STORE) !== 'off');

export function listenForShortcuts(): void {
  effect(() => localStorage.setItem(STORE, shortcutsOn.value ? 'on' : 'off'));
  document.addEventListener('keydown', onKeyDown);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (is(event.target, TYPED_IN)) return;
  if (event.repeat && event.key === 'Enter' && is(event.target, 'button')) event.preventDefault();
  const area = document.querySelector('dialog[open]') ?? document;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    // In a group of radio buttons the browser uses arrows to choose.
    if (is(event.target, RADIO)) return;
    if (moveInList(area, event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
    return;
  }
  if (event.repeat || !shortcutsOn.value) return;
  const selector = `button[data-key~="${CSS.escape(keyOf(event))}"]`;
  // A button in the focused row goes before a button of the counter with the same key.
  const row = document.activeElement?.closest('li');
  const button = row?.querySelector<HTMLButtonElement>(selector) ?? area.querySelector<HTMLButtonElement>(selector);
  if (!button || button.disabled) return;
  event.preventDefault();
  button.click();
}

/** Vietnamese input methods on Windows report `Process` instead of the letter; `code` still has the position of the key. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (key.length === 1) return key.toLowerCase();
  return /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase() ?? key;
}

function is(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

/** Moves the focus to the next or previous row of the focused list, or into the first list. */
function moveInList(area: ParentNode, step: 1 | -1): boolean {
  const list = document.activeElement?.closest('[data-list]') ?? area.querySelector('[data-list]');
  if (!list || !area.contains(list)) return false;
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row.closest('li')?.contains(document.activeElement));
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
  next?.focus();
  return next !== undefined;
}
