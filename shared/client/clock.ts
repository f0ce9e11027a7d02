import type { Signal } from '@preact/signals';
import type { Health } from '../protocol/views/common.ts';
import type { DurationMs, EpochMs } from '../time.ts';

const SECOND: DurationMs = 1_000;

/** Sets `clock` to `now` at once and on each full second, until the returned function is called. */
export function keepTime(clock: Signal<EpochMs>, now: () => EpochMs): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const tick = (): void => {
    clock.value = now();
    timer = setTimeout(tick, SECOND - (clock.value % SECOND));
  };
  tick();
  return () => clearTimeout(timer);
}

/** Whether staff have still to say which time is right: until then screens show no time of day. */
export function isTimeInDoubt({ clock }: Health): boolean {
  return clock === 'ahead' || clock === 'behind';
}
