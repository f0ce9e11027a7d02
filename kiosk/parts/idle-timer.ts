import { type ReadonlySignal, signal } from '@preact/signals';

/** How long the page shown now stays. One count at a time: a new one replaces the one before it. */
export interface Stay {
  /** Whole seconds until the page is left; null while nothing is counted. */
  remaining: ReadonlySignal<number | null>;
  /** Counts the seconds without a touch. */
  idle(seconds: number, leave: () => void): void;
  /** Counts whether or not somebody touches the screen. */
  wait(seconds: number, leave: () => void): void;
  end(): void;
  /** Somebody is there: an idle count starts again. */
  touched(): void;
}

interface Count {
  seconds: number;
  leave: () => void;
  idle: boolean;
}

/** `patience` tells how many times as long as usual somebody may be idle. */
export function createStay(patience: () => number): Stay {
  const remaining = signal<number | null>(null);
  let current: Count | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  function start(count: Count | null): void {
    current = count;
    clearInterval(timer);
    remaining.value = count && count.seconds * (count.idle ? patience() : 1);
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
    idle: (seconds, leave) => start({ seconds, leave, idle: true }),
    wait: (seconds, leave) => start({ seconds, leave, idle: false }),
    end: () => start(null),
    touched: () => {
      if (current?.idle) start(current);
    },
  };
}
