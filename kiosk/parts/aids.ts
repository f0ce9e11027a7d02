/** Accessibility aids that a visitor has switched on. They are switched off when the visit ends. */
import { signal } from '@preact/signals';
import { switchLanguage } from '../../shared/client/language.ts';
import { hideKeys, keysUsed } from './keys.ts';
import { listening, stopListening } from './spoken.ts';

export const AIDS = ['big-text', 'contrast', 'reach'] as const;
export type Aid = (typeof AIDS)[number];

export const aids = signal<ReadonlySet<Aid>>(new Set());
/** Whether the page with the switches covers the visitor's own page. */
export const aidsShown = signal(false);

export function switchAid(aid: Aid): void {
  const next = new Set(aids.value);
  if (!next.delete(aid)) next.add(aid);
  set(next);
}

export function hideAids(): void {
  aidsShown.value = false;
}

/** Restores the language, contrast, sizes and voice with which each visit starts. */
export function resetAids(): void {
  switchLanguage('vi', false);
  set(new Set());
  hideAids();
  hideKeys();
  stopListening();
}

/** Whether `resetAids` would take an aid away from a visitor. */
export function inUse(): boolean {
  return aidsShown.value || aids.value.size > 0 || listening.value;
}

/** Multiplies the idle times: a visitor who uses an aid reads, listens or reaches more slowly. */
export function timeFactor(): number {
  return aids.value.size > 0 || listening.value || keysUsed() ? 2 : 1;
}

function set(next: ReadonlySet<Aid>): void {
  aids.value = next;
  document.documentElement.dataset.aids = [...next].join(' ');
}
