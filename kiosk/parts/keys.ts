/** Which keys of a keyboard or a USB number pad press a button; keyboard.ts listens to them. */
import { signal } from '@preact/signals';
import { groupsOf, keyOfChoice, MORE } from '../../shared/spoken/choices.ts';

/** How a key is shown on its button, where that is not its own name. */
const SIGNS: Readonly<Record<string, string>> = { '-': '−', Plus: '+', Backspace: '⌫', Delete: 'Del', Enter: '↵' };

/** Attributes of a button that these keys press. Once a visitor uses keys, the first key is shown on the button. */
export function keys(first: string, ...others: string[]) {
  return { 'aria-keyshortcuts': [first, ...others].join(' '), 'data-key': SIGNS[first] ?? first };
}

/** Keys of every back button. */
export const BACK = keys('-', 'Escape', 'Backspace');
/** Keys of the back button where Backspace erases a digit. */
export const BACK_FROM_TYPING = keys('-', 'Escape');

/** Which nine of more than nine choices have the keys 1 to 9. */
export const keyGroup = signal(0);

/**
 * Attributes of a choice of a list, counted from 0. Of a list with more than nine entries nine have their keys at a time, and the
 * others show the whole sequence of keys. `others` are further keys, which press the button at any time.
 */
export function choiceKeys(index: number, entries: number, ...others: string[]) {
  const { group, digit } = keyOfChoice(index);
  const groups = groupsOf(entries);
  const away = (group + groups - (keyGroup.value % groups)) % groups;
  const shortcut = away === 0 ? keys(String(digit), ...others) : { 'aria-keyshortcuts': others.join(' ') || undefined };
  return { ...shortcut, 'data-choice': index, 'data-key': MORE.repeat(away) + digit };
}

/** Gives the keys to the next nine choices of the page, after the last ones to the first again. */
export function nextGroup(): void {
  const places = [...document.querySelectorAll<HTMLElement>('main [data-choice]')].map(({ dataset }) => dataset.choice);
  keyGroup.value = (keyGroup.value + 1) % groupsOf(Math.max(...places.map(Number)) + 1);
}

export function keysUsed(): boolean {
  return document.documentElement.dataset.keys !== undefined;
}

export function hideKeys(): void {
  delete document.documentElement.dataset.keys;
  keyGroup.value = 0;
}
