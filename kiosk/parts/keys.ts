/** Keys of a keyboard or a USB number pad, which lies before blind visitors and those who cannot touch. */

/** How a key is written on the button that it presses. */
const SIGNS: Readonly<Record<string, string>> = { '-': '−', Plus: '+', Backspace: '⌫', Enter: '↵' };
/** Keys whose own sign means something else in `aria-keyshortcuts`. */
const NAMES: Readonly<Record<string, string>> = { '+': 'Plus' };
/** A number pad has no Tab; without NumLock it has arrows. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Attributes of a button that these keys press; the first one is shown on it as soon as somebody uses keys. */
export function keys(first: string, ...others: string[]) {
  return { 'aria-keyshortcuts': [first, ...others].join(' '), 'data-key': SIGNS[first] ?? first };
}

/** Of every button that leads a page back. */
export const BACK = keys('-', 'Escape', 'Backspace');

export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (isCommand(event)) press(event.key);
  });
  document.addEventListener('pointerdown', hideKeys);
}

/** Whether a key alone was pressed that is not already the button's own business. */
export function isCommand(event: KeyboardEvent): boolean {
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return false;
  const onButton = event.target instanceof Element && event.target.closest('button') !== null;
  return !(event.key === 'Enter' && onButton);
}

export function press(key: string): void {
  document.documentElement.dataset.keys = '';
  const scope = document.querySelector('dialog[open]') ?? document;
  const step = STEPS[key];
  if (step !== undefined) moveFocus(scope, step);
  const name = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  scope.querySelector<HTMLButtonElement>(`button[aria-keyshortcuts~="${CSS.escape(name)}"]`)?.click();
}

export function keysUsed(): boolean {
  return document.documentElement.dataset.keys !== undefined;
}

export function hideKeys(): void {
  delete document.documentElement.dataset.keys;
}

function moveFocus(scope: ParentNode, step: number): void {
  const buttons = [...scope.querySelectorAll<HTMLElement>('button:enabled')];
  const { activeElement } = document;
  const at = activeElement instanceof HTMLElement ? buttons.indexOf(activeElement) : -1;
  const next = at < 0 && step < 0 ? -1 : at + step;
  buttons.at(next % buttons.length)?.focus();
}
