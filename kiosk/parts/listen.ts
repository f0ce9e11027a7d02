import type { ReadonlySignal } from '@preact/signals';
import type { EpochMs } from '../../shared/time.ts';
import { startOver } from './aids.ts';
import { listenToKeys } from './keys.ts';
import { renewIfIncomplete } from './later.tsx';
import { type Scanned, scannedAt } from './scanned.ts';
import { listenToTouch } from './touch.ts';

interface Listener {
  view: ReadonlySignal<{ office: { timeZone: string } } | null>;
  now: () => EpochMs;
  flow: { stay: { touched: () => void }; scan: (scanned: Scanned) => void };
}

/** Touch, keys and scanner of a page that visitors stand before. */
export function listen({ view, now, flow }: Listener): void {
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
