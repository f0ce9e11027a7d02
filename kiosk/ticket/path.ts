/** The page that is shown, for how long, and what of a scan and of the paper belongs to it. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { KioskView, PrintState } from '../../shared/protocol/views/kiosk.ts';
import { createStay, type Stay } from '../parts/idle-timer.ts';
import type { Notice } from '../parts/scanned.ts';
import type { Page } from './page.ts';

/** Seconds without a touch. With paper there is nothing to write down; without it people look for a pen or a camera. */
const CHOOSING_SECONDS = 45;
const FOUND_SECONDS = 30;
const RESULT_SECONDS: Record<PrintState, number> = { printing: 30, printed: 20, failed: 90, unknown: 90 };
/** Paper that is not out by then does not come for this visitor as far as anybody knows. */
const PRINTING_MS = 15_000;

export interface Path {
  page: ReadonlySignal<Page>;
  /** Of the ticket on the result page. */
  print: ReadonlySignal<PrintState>;
  stay: Stay;
  /** What was scanned last, until the visitor goes on. */
  notice: ReadonlySignal<Notice | null>;
  show(next: Page): void;
  notify(scanned: Notice): void;
  home(): void;
}

export interface Ground {
  view: ReadonlySignal<KioskView | null>;
  /** Makes the screen ready for the next visitor. */
  reset(): void;
  /** How many times as long as usual this visitor may take. */
  patience(): number;
}

export function createPath({ view, reset, patience }: Ground): Path {
  const page = signal<Page>({ kind: 'services' });
  const stay = createStay(patience);
  const overdue = overdueOn(page);
  const notice = signal<Notice | null>(null);
  const print = computed(() => printOn(page.value, view.value, overdue.value));

  function home(): void {
    reset();
    show({ kind: 'services' });
  }

  function show(next: Page): void {
    page.value = next;
    // Whose age was read keeps the offer until a class is chosen.
    const choosesClass = ['class', 'dossiers', 'code', 'booked'].includes(next.kind);
    if (!choosesClass || notice.value?.kind !== 'card') notice.value = null;
    if (next.kind === 'asking' || next.kind === 'finding') stay.end();
    else if (next.kind === 'found') stay.idle(FOUND_SECONDS, home);
    else if (next.kind !== 'result') stay.idle(CHOOSING_SECONDS, home);
  }

  effect(() => {
    if (page.value.kind === 'result') stay.idle(RESULT_SECONDS[print.value], home);
  });
  show(page.value);
  const notify: Path['notify'] = (scanned) => {
    notice.value = scanned;
  };
  return { page, print, stay, notice, show, notify, home };
}

/** True when the paper of the ticket that is shown takes too long. */
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

/** What became of the paper of the ticket that is shown. */
function printOn(page: Page, view: KioskView | null, overdue: boolean): PrintState {
  if (page.kind !== 'result') return 'printing';
  const news = view?.prints.find(({ number }) => number === page.ticket.number);
  const state = news?.state ?? 'printing';
  if (state === 'printing' && printerStands(view)) return 'failed';
  return state === 'printing' && overdue ? 'unknown' : state;
}

/** Its job waits some minutes for paper, the visitor must not. */
function printerStands(view: KioskView | null): boolean {
  return view !== null && view.health.printer !== 'ok' && view.health.printer !== 'paper-low';
}
