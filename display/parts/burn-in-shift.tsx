import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { type DurationMs, type EpochMs, MINUTE } from '../../shared/time.ts';

/** Between two steps; fast enough for no edge to burn in, slow enough for nobody to see it move. */
export const STEP: DurationMs = 3 * MINUTE;

/** Once around, in rem; `.shifting` in screen.css has this much to spare on every side. */
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

/** Moves its content a few pixels every few minutes: what stands still for years burns into a screen. */
export function Shifting({ clock, children }: { clock: ReadonlySignal<EpochMs>; children: ComponentChildren }) {
  const transform = useComputed(() => placeAt(clock.value));
  return (
    <div class="shifting" style={{ transform: transform.value }}>
      {children}
    </div>
  );
}
