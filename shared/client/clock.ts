import { type ReadonlySignal, signal } from '@preact/signals';
import type { EpochMs } from '../time.ts';

const SECOND_MS = 1_000;

export interface OfficeClock {
  /** The office's time, not this machine's; changes on each full second. */
  time: ReadonlySignal<EpochMs>;
  /** The difference to this machine's clock may have changed. */
  correct(): void;
  stop(): void;
}

/** `now` is this machine's clock set right by the office's messages. */
export function startClock(now: () => EpochMs): OfficeClock {
  const time = signal(now());
  let timer: ReturnType<typeof setTimeout>;
  const correct = (): void => {
    time.value = now();
  };
  const tick = (): void => {
    correct();
    timer = setTimeout(tick, SECOND_MS - (time.value % SECOND_MS));
  };
  tick();
  return { time, correct, stop: () => clearTimeout(timer) };
}
