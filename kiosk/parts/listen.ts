import type { ReadonlySignal } from '@preact/signals';
import type { EpochMs } from '../../shared/time.ts';
import { startOver } from './aids.ts';
import { listenToKeys } from './keys.ts';
import { renewIfIncomplete } from './lazy.tsx';
import { type Scanned, scannedAt } from './scanned.ts';
import { listenToTouch } from './touch.ts';

interface Listener {
  view: ReadonlySignal<{ office: { timeZone: string } } | null>;
  now: () => EpochMs;
  flow: { page: ReadonlySignal<unknown>; stay: { touched: () => void }; scan: (scanned: Scanned) => void };
}

/** Touch, keys and scanner of a page that visitors stand before. */
export function listen({ view, now, flow }: Listener): void {
  // Also when the start page follows itself: the next visitor must not find it where the last one had turned it.
  flow.page.subscribe(() => document.querySelector('main')?.scrollTo({ top: 0 }));
  listenToTouch(flow.stay.touched);
  listenToKeys((text) => {
    const timeZone = view.value?.office.timeZone;
    if (timeZone !== undefined) flow.scan(scannedAt(now(), timeZone, text));
  });
}

/** The next visitor finds the page as it is for everybody. */
export function forTheNext(): void {
  startOver();
  void renewIfIncomplete();
}
