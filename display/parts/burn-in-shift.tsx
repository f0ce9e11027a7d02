import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { type DurationMs, type EpochMs, MINUTE } from '../../shared/time.ts';

/** Time between two steps: short enough against burn-in, long enough that visitors do not see a movement. */
export const STEP: DurationMs = 3 * MINUTE;

/** A circle in rem; `.shifting` in screen.css is larger than the screen by this much on each side. */
const PLACES = [
  [0, 0],
  [0.25, 0],
  [0.25, 0.25],
  [0, 0.25],
  [-0.25, 0.25],
  [-0.25, 0],
  [-0.25, -0.25],
  [0, -0.25],
] as const;

export function placeAt(now: EpochMs): string {
  const [x, y] = PLACES[Math.floor(now / STEP) % PLACES.length] ?? PLACES[0];
  return `translate(${x}rem, ${y}rem)`;
}

/** Moves its content a few pixels every few minutes, so that nothing burns into the screen over the years. */
export function BurnInShift({ clock, children }: { clock: ReadonlySignal<EpochMs>; children: ComponentChildren }) {
  const transform = useComputed(() => placeAt(clock.value));
  return (
    <div class="shifting" style={{ transform: transform.value }}>
      {children}
    </div>
  );
}
