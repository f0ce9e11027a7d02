import type { ReadonlySignal } from '@preact/signals';
import type { EpochMs } from '../../shared/time.ts';
import { resetAids } from './aids.ts';
import type { IdleTimer } from './idle-timer.ts';
import { listenToKeys } from './keys.ts';
import { renewIfIncomplete } from './lazy.tsx';
import { type Scanned, scannedAt } from './scanned.ts';
import { listenToTouch } from './touch.ts';

interface InputDependencies {
  view: ReadonlySignal<{ office: { timeZone: string } } | null>;
  now: () => EpochMs;
  flow: {
    page: ReadonlySignal<unknown>;
    idleTimer: Pick<IdleTimer, 'touched'>;
    scan: (scanned: Scanned) => void;
  };
}

/** Connects touch, keys and scanner of a visitors' page to its flow. */
export function listenToInput({ view, now, flow }: InputDependencies): void {
  // Each new page starts at its top, also the start page after itself: the last visitor may have scrolled it.
  flow.page.subscribe(() => document.querySelector('main')?.scrollTo({ top: 0 }));
  listenToTouch(flow.idleTimer.touched);
  listenToKeys((text) => {
    const timeZone = view.value?.office.timeZone;
    if (timeZone !== undefined) flow.scan(scannedAt(now(), timeZone, text));
  });
}

/** Resets everything that one visitor may have changed. */
export function resetForNextVisitor(): void {
  resetAids();
  void renewIfIncomplete();
}
