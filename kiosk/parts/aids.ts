/** What a visitor has switched on to use this screen more easily. It ends with the visit: the next one starts plain. */
import { signal } from '@preact/signals';
import { switchLanguage } from '../../shared/client/language.ts';
import { hideKeys, keysUsed } from './keys.ts';
import { hush, listening } from './spoken.ts';

export const AIDS = ['big-text', 'contrast', 'reach'] as const;
export type Aid = (typeof AIDS)[number];

export const aids = signal<ReadonlySet<Aid>>(new Set());
/** Whether the page with the switches stands in front of the visitor's own page. */
export const aidsShown = signal(false);

export function switchAid(aid: Aid): void {
  const next = new Set(aids.value);
  if (!next.delete(aid)) next.add(aid);
  set(next);
}

export function hideAids(): void {
  aidsShown.value = false;
}

/** Makes the screen ready for the next visitor. */
export function startOver(): void {
  switchLanguage('vi', false);
  set(new Set());
  hideAids();
  hideKeys();
  hush();
}

/** Whether the start page would lose something by starting over. */
export function inUse(): boolean {
  return aidsShown.value || aids.value.size > 0 || listening.value;
}

/** Times as much time as others get: who needs an aid reads, listens or reaches more slowly. */
export function patience(): number {
  return aids.value.size > 0 || listening.value || keysUsed() ? 2 : 1;
}

function set(next: ReadonlySet<Aid>): void {
  aids.value = next;
  document.documentElement.dataset.aids = [...next].join(' ');
}
