/** Keys of a keyboard or a USB number pad, which lies before blind visitors and those who cannot touch. */

import { createScanner, SCANNER_LIMITS } from './scanner.ts';
import { listening, speakStep } from './spoken.ts';

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
/** Of the same button where Backspace erases what is typed. */
export const BACK_FROM_TYPING = keys('-', 'Escape');

/** Of the choice with this index from 0; those beyond the nine keys of a number pad have none. */
export function choiceKeys(index: number) {
  return index < 9 ? keys(String(index + 1)) : {};
}

/** `scanned` gets what a scanner types, or null for half of it; without it every key is a person's. */
export function listenToKeys(scanned?: (text: string | null) => void): void {
  const prefix = new URLSearchParams(location.search).get('scanner');
  // Each key in its turn: what the one before has changed must be on the screen.
  const typed = (key: string) => void setTimeout(() => press(key));
  const scanner = scanned && createScanner({ ...SCANNER_LIMITS, prefix }, { typed, scanned });
  document.addEventListener('keydown', (event) => {
    // A key that a heavy hand holds down counts once; browsers would press a button again and again.
    if (event.repeat) event.preventDefault();
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    // A question that stands in front is answered at once, by the buttons that it has now.
    const asked = document.querySelector('dialog[open]') !== null;
    if (!asked && scanner?.hear(event.key, event.timeStamp)) event.preventDefault();
    else if (!(event.key === 'Enter' && isOnButton(event))) press(event.key);
  });
  document.addEventListener('pointerdown', hideKeys);
}

/** Enter on a button presses that button already. */
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
  // Whoever sees it knows why nothing happens.
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
