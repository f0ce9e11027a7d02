import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { EpochMs } from '../../shared/time.ts';

const SECOND = 1_000;

/** The office's clock as a signal that changes on each full second, and at once when the office speaks: it may set it right. */
export function ticking(now: () => EpochMs, updatedAt: ReadonlySignal<EpochMs | null>): ReadonlySignal<EpochMs> {
  const clock = signal(now());
  const tick = (): void => {
    clock.value = now();
    setTimeout(tick, SECOND - (clock.value % SECOND));
  };
  tick();
  effect(() => {
    if (updatedAt.value !== null) clock.value = now();
  });
  return clock;
}

/** Every time zone in use differs from UTC by whole minutes. */
export function seconds(at: EpochMs): string {
  return `:${String(Math.floor(at / 1000) % 60).padStart(2, '0')}`;
}
