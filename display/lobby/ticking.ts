import { type ReadonlySignal, signal } from '@preact/signals';
import type { EpochMs } from '../../shared/time.ts';

const SECOND = 1_000;

/** The office's clock as a signal that changes on each full second. */
export function ticking(now: () => EpochMs): ReadonlySignal<EpochMs> {
  const clock = signal(now());
  const tick = (): void => {
    clock.value = now();
    setTimeout(tick, SECOND - (clock.value % SECOND));
  };
  tick();
  return clock;
}
