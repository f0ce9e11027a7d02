/** Keys of a keyboard or a USB number pad, for visitors who cannot see or cannot touch the screen. */

import { createScanner, SCANNER_LIMITS } from './scanner.ts';
import { listening, speakStep } from './spoken.ts';

/** How a key is shown on its button, where that is not its own name. */
const SIGNS: Readonly<Record<string, string>> = { '-': '−', Plus: '+', Backspace: '⌫', Enter: '↵' };
/** Keys that `aria-keyshortcuts` writes differently: there `+` joins two keys. */
const NAMES: Readonly<Record<string, string>> = { '+': 'Plus' };
/** Keys that move the focus: a number pad has no Tab, but arrows when NumLock is off. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Attributes of a button that these keys press. Once a visitor uses keys, the first key is shown on the button. */
export function keys(first: string, ...others: string[]) {
  return { 'aria-keyshortcuts': [first, ...others].join(' '), 'data-key': SIGNS[first] ?? first };
}

/** Keys of every back button. */
export const BACK = keys('-', 'Escape', 'Backspace');
/** Keys of the back button where Backspace erases a digit. */
export const BACK_FROM_TYPING = keys('-', 'Escape');

/** Keys of a choice, counted from 0. A number pad has nine keys for choices; further ones have none. */
export function choiceKeys(index: number) {
  return index < 9 ? keys(String(index + 1)) : {};
}

/** `scanned` receives the text that a scanner types, or null when it breaks off. Without it every key counts as typed by hand. */
export function listenToKeys(scanned?: (text: string | null) => void): void {
  const prefix = new URLSearchParams(location.search).get('scanner');
  // Each key in a task of its own: the page must have rendered what the key before it changed.
  const typed = (key: string) => void setTimeout(() => press(key));
  const scanner = scanned && createScanner({ ...SCANNER_LIMITS, prefix }, { typed, scanned });
  document.addEventListener('keydown', (event) => {
    // A key that is held down counts once; browsers would press the button repeatedly.
    if (event.repeat) event.preventDefault();
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    // A dialog may close by itself: its buttons are pressed at once, without waiting for the rest of a scan.
    const dialogOpen = document.querySelector('dialog[open]') !== null;
    if (!dialogOpen && scanner?.receive(event.key, event.timeStamp)) event.preventDefault();
    else if (!(event.key === 'Enter' && isOnButton(event))) press(event.key);
  });
  document.addEventListener('pointerdown', hideKeys);
}

/** The browser itself presses the focused button on Enter. */
function isOnButton(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('button') !== null;
}

function press(key: string): void {
  document.documentElement.dataset.keys = '';
  const scope = document.querySelector('dialog[open]') ?? document;
  const step = STEPS[key];
  if (step !== undefined) moveFocus(scope, step);
  const name = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  const button = scope.querySelector<HTMLButtonElement>(`button[aria-keyshortcuts~="${CSS.escape(name)}"]`);
  button?.click();
  // A visitor who listens cannot see that the button is disabled.
  if (button?.disabled && listening.value) speakStep({ step: 'refused' });
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
