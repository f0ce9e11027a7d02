/** Listens to the keys of a keyboard or a USB number pad, for visitors who cannot see or cannot touch the screen. */
import { MORE } from '../../shared/spoken/choices.ts';
import { meaningOf } from './key-names.ts';
import { hideKeys, keysUsed, nextGroup } from './keys.ts';
import { createScanner, type KeyHandlers, type Purpose, SCANNER_LIMITS } from './scanner.ts';
import { listening, speakFocus, speakStep } from './spoken.ts';

/** Keys that `aria-keyshortcuts` writes differently: there `+` joins two keys. */
const NAMES: Readonly<Record<string, string>> = { '+': 'Plus' };
/** Keys that move the focus. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
/** A visitor may press them at any time, also where they do nothing. */
const ON_NUMBER_PAD = /^[\d+*/.,-]$/;

/**
 * `scanned` receives the text that a scanner types, or null when it breaks off. Without it every key counts as typed by hand.
 * `early` are keys that were pressed before.
 */
export function listenToKeys(scanned?: KeyHandlers['scanned'], early: readonly KeyboardEvent[] = []): void {
  const prefix = new URLSearchParams(location.search).get('scanner');
  // Each key in a task of its own: the page must have rendered what the key before it changed.
  const typed = (name: string) => void setTimeout(() => press(name));
  const scanner = scanned && createScanner({ ...SCANNER_LIMITS, prefix }, { purposeOf, typed, scanned });
  const receive = (event: KeyboardEvent) => {
    // A key that is held down counts once; browsers would press the button repeatedly.
    if (event.repeat) event.preventDefault();
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    const key = meaningOf(event);
    // A dialog may close by itself: its buttons are pressed at once, without waiting for the rest of a scan.
    const dialogOpen = document.querySelector('dialog[open]') !== null;
    if (!dialogOpen && scanner?.receive(key, event.timeStamp)) event.preventDefault();
    else if (!(key.name === 'Enter' && isOnButton(event.target))) press(key.name);
  };
  for (const event of early) receive(event);
  document.addEventListener('keydown', receive);
  document.addEventListener('focusin', ({ target }) => {
    if (listening.value && keysUsed() && target instanceof HTMLButtonElement) speakFocus(target);
  });
  document.addEventListener('pointerdown', hideKeys);
}

/** The browser itself presses the focused button on Enter. */
function isOnButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button') !== null;
}

function purposeOf(name: string): Purpose {
  const button = buttonOf(name);
  if (button) return 'rapid' in button.dataset ? 'types' : 'chooses';
  return ON_NUMBER_PAD.test(name) ? 'chooses' : 'nothing';
}

function scope(): ParentNode {
  return document.querySelector('dialog[open]') ?? document;
}

function buttonOf(name: string): HTMLButtonElement | null {
  const shortcut = NAMES[name] ?? (name.length === 1 ? name.toUpperCase() : name);
  return scope().querySelector<HTMLButtonElement>(`button[aria-keyshortcuts~="${CSS.escape(shortcut)}"]`);
}

function press(name: string): void {
  document.documentElement.dataset.keys = '';
  const step = STEPS[name];
  if (step !== undefined) moveFocus(step);
  const button = buttonOf(name);
  if (!button && name === MORE) nextGroup();
  button?.click();
  // A visitor who listens cannot see that the button is disabled.
  if (button?.disabled && listening.value) {
    // A choice says by itself why it cannot be made.
    if ('choice' in button.dataset) speakFocus(button);
    else speakStep({ step: 'refused' });
  }
}

function moveFocus(step: number): void {
  const buttons = [...scope().querySelectorAll<HTMLElement>('button:enabled')].filter(
    // A button that is not displayed cannot have the focus.
    (button) => button.offsetParent !== null,
  );
  const { activeElement } = document;
  const at = activeElement instanceof HTMLElement ? buttons.indexOf(activeElement) : -1;
  const next = at < 0 && step < 0 ? -1 : at + step;
  buttons.at(next % buttons.length)?.focus();
}
