import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { EpochMs } from '../../shared/time.ts';

/** Since when something holds without a break, by the office's clock; null while it does not. */
export function since(holds: () => boolean, now: () => EpochMs): ReadonlySignal<EpochMs | null> {
  const start = signal<EpochMs | null>(null);
  effect(() => {
    if (!holds()) start.value = null;
    else if (start.peek() === null) start.value = now();
  });
  return start;
}
