import { effect, type ReadonlySignal } from '@preact/signals';
import type { EpochMs } from '../../shared/time.ts';
import { aidsShown, resetAids } from './aids.ts';
import type { IdleTimer } from './idle-timer.ts';
import { keyGroup } from './keys.ts';
import { lazyCode, renewIfIncomplete } from './lazy.tsx';
import type { Scanned } from './scanned.ts';
import type { KeyHandlers } from './scanner.ts';
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
  flow.page.subscribe(() => {
    for (const turned of document.querySelectorAll('main, .scrolls')) turned.scrollTo({ top: 0 });
  });
  effect(() => {
    void [flow.page.value, aidsShown.value];
    keyGroup.value = 0;
  });
  listenToTouch(flow.idleTimer.touched);
  listenToKeys({ view, now, flow });
}

/** Keys that are pressed before their code has arrived are handled then. */
function listenToKeys({ view, now, flow }: InputDependencies): void {
  const early: KeyboardEvent[] = [];
  const keep = (event: KeyboardEvent) => void early.push(event);
  document.addEventListener('keydown', keep);
  lazyCode(
    () => Promise.all([import('./keyboard.ts'), import('./scanned.ts')]),
    ([keyboard, { scannedAt }]) => {
      document.removeEventListener('keydown', keep);
      const scanned: KeyHandlers['scanned'] = (text) => {
        const timeZone = view.value?.office.timeZone;
        if (timeZone !== undefined) flow.scan(scannedAt(now(), timeZone, text));
      };
      keyboard.listenToKeys(scanned, early);
    },
  );
}

/** Resets everything that one visitor may have changed. */
export function resetForNextVisitor(): void {
  resetAids();
  void renewIfIncomplete();
}
