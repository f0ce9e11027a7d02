/** The shown page, how long it is shown, and what belongs to it of a scan and of a printed ticket. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { KioskView, PrintState } from '../../shared/protocol/views/kiosk.ts';
import { createIdleTimer, type IdleTimer } from '../parts/idle-timer.ts';
import type { Notice } from '../parts/scanned.ts';
import type { Page } from './page.ts';

/**
 * Seconds without a touch. They begin when the printing is over; visitors without a printed ticket need time to find a pen or a
 * camera.
 */
const CHOOSING_SECONDS = 45;
const FOUND_SECONDS = 30;
const RESULT_SECONDS: Record<Exclude<PrintState, 'printing'>, number> = { printed: 20, failed: 60, unknown: 60 };
/** A ticket that is not printed after this time counts as not printed. */
const PRINTING_MS = 15_000;

export interface Navigation {
  page: ReadonlySignal<Page>;
  /** Of the ticket on the result page. */
  print: ReadonlySignal<PrintState>;
  idleTimer: IdleTimer;
  /** The last scan that opened no page, until the visitor goes on. */
  notice: ReadonlySignal<Notice | null>;
  show(next: Page): void;
  notify(scanned: Notice): void;
  home(): void;
}

export interface NavigationDependencies {
  view: ReadonlySignal<KioskView | null>;
  /** Prepares the screen for the next visitor. */
  reset(): void;
  /** Multiplies the idle times of this visitor. */
  timeFactor(): number;
}

export function createNavigation({ view, reset, timeFactor }: NavigationDependencies): Navigation {
  const page = signal<Page>({ kind: 'services' });
  const idleTimer = createIdleTimer(timeFactor);
  const overdue = overdueOn(page);
  const notice = signal<Notice | null>(null);
  const print = computed(() => printOn(page.value, view.value, overdue.value));

  function home(): void {
    reset();
    show({ kind: 'services' });
  }

  function show(next: Page): void {
    page.value = next;
    // A scanned card offers a class until a class is chosen.
    const choosesClass = ['class', 'dossiers', 'many-dossiers', 'code', 'checking', 'booked'].includes(next.kind);
    if (!choosesClass || notice.value?.kind !== 'card') notice.value = null;
    if (next.kind === 'asking' || next.kind === 'finding' || next.kind === 'checking') idleTimer.stop();
    else if (next.kind === 'found') idleTimer.startIdle(FOUND_SECONDS, home);
    else if (next.kind !== 'result') idleTimer.startIdle(CHOOSING_SECONDS, home);
  }

  effect(() => {
    if (page.value.kind !== 'result') return;
    if (print.value === 'printing') idleTimer.stop();
    else idleTimer.startIdle(RESULT_SECONDS[print.value], home);
  });
  show(page.value);
  const notify: Navigation['notify'] = (scanned) => {
    notice.value = scanned;
  };
  return { page, print, idleTimer, notice, show, notify, home };
}

/** True when the ticket on the result page has been printing for too long. */
function overdueOn(page: ReadonlySignal<Page>): ReadonlySignal<boolean> {
  const overdue = signal(false);
  effect(() => {
    overdue.value = false;
    if (page.value.kind !== 'result') return;
    const timer = setTimeout(() => {
      overdue.value = true;
    }, PRINTING_MS);
    return () => clearTimeout(timer);
  });
  return overdue;
}

/** The print state of the ticket on the result page. */
function printOn(page: Page, view: KioskView | null, overdue: boolean): PrintState {
  if (page.kind !== 'result') return 'printing';
  const news = view?.prints.find(({ number }) => number === page.ticket.number);
  const state = news?.state ?? 'printing';
  if (state === 'printing' && printerStopped(view)) return 'failed';
  return state === 'printing' && overdue ? 'unknown' : state;
}

/** The print job waits some minutes for new paper, but the visitor should not. */
function printerStopped(view: KioskView | null): boolean {
  return view !== null && view.health.printer !== 'ok' && view.health.printer !== 'paper-low';
}
