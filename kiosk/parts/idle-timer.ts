import { type ReadonlySignal, signal } from '@preact/signals';

/** Leaves a page after some time. It counts one time only: a new one replaces the one before. */
export interface IdleTimer {
  /** Whole seconds until the page is left; null while nothing is counted. */
  remaining: ReadonlySignal<number | null>;
  /** How many seconds the present count had at its start; null while nothing is counted. */
  total: ReadonlySignal<number | null>;
  /** Leaves the page after so many seconds without a touch. */
  startIdle(seconds: number, leave: () => void): void;
  /** Leaves the page after so many seconds, also when the screen is touched. */
  startFixed(seconds: number, leave: () => void): void;
  stop(): void;
  /** The screen was touched: an idle time starts again. */
  touched(): void;
}

interface Count {
  seconds: number;
  leave: () => void;
  idle: boolean;
}

/** `timeFactor` multiplies the idle times of this visitor. */
export function createIdleTimer(timeFactor: () => number): IdleTimer {
  const remaining = signal<number | null>(null);
  const total = signal<number | null>(null);
  let current: Count | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  function start(count: Count | null): void {
    current = count;
    clearInterval(timer);
    total.value = count && count.seconds * (count.idle ? timeFactor() : 1);
    remaining.value = total.value;
    if (count) timer = setInterval(() => tick(count), 1000);
  }

  function tick(count: Count): void {
    remaining.value = (remaining.value ?? 1) - 1;
    if (remaining.value > 0) return;
    clearInterval(timer);
    remaining.value = null;
    count.leave();
  }

  return {
    remaining,
    total,
    startIdle: (seconds, leave) => start({ seconds, leave, idle: true }),
    startFixed: (seconds, leave) => start({ seconds, leave, idle: false }),
    stop: () => start(null),
    touched: () => {
      if (current?.idle) start(current);
    },
  };
}
