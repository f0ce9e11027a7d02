import { type ReadonlySignal, signal } from '@preact/signals';

/** How long the page shown now stays without a touch. One at a time: a new one replaces the one before it. */
export interface Stay {
  /** Whole seconds until the page is left; null while nothing is counted. */
  remaining: ReadonlySignal<number | null>;
  begin(seconds: number, leave: () => void): void;
  end(): void;
  /** Somebody is there: the same time starts again. */
  touched(): void;
}

export function createStay(): Stay {
  const remaining = signal<number | null>(null);
  let current: { seconds: number; leave: () => void } | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  function restart(): void {
    clearInterval(timer);
    remaining.value = current?.seconds ?? null;
    if (current) timer = setInterval(count, 1000);
  }

  function count(): void {
    if (remaining.value === null || current === null) return;
    remaining.value -= 1;
    if (remaining.value > 0) return;
    clearInterval(timer);
    remaining.value = null;
    current.leave();
  }

  return {
    remaining,
    begin(seconds, leave) {
      current = { seconds, leave };
      restart();
    },
    end() {
      current = null;
      restart();
    },
    touched: restart,
  };
}
