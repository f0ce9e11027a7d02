/** What a visitor does at the ticket kiosk, page by page, without a screen: main.tsx shows it. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ClassId, ServiceId } from '../../shared/office.ts';
import type { Rejection, Result } from '../../shared/rejections.ts';
import type { IssuedTicket, KioskView, PrintState } from '../../shared/views.ts';
import { mayRetry } from '../parts/retry.ts';
import { createStay, type Stay } from '../parts/stay.ts';
import type { Scanned } from './scanned.ts';

/** One press of the last button: carried out once, however often it is sent. */
export interface Wish {
  requestId: string;
  serviceId: ServiceId;
  ticketClass: ClassId;
  dossiers: number;
}

export type Page =
  | { kind: 'services' }
  | { kind: 'class'; serviceId: ServiceId; dossiers: number }
  /** For somebody who comes for others: how many dossiers. */
  | { kind: 'dossiers'; serviceId: ServiceId; dossiers: number }
  /** The wait reaches beyond this session: told before anything is printed. */
  | { kind: 'confirm'; wish: Wish }
  | { kind: 'asking'; wish: Wish }
  | { kind: 'refused'; wish: Wish; rejection: Rejection }
  | { kind: 'result'; ticket: IssuedTicket };

/** Seconds without a touch. With paper there is nothing to write down; without it people look for a pen or a camera. */
const CHOOSING_SECONDS = 45;
const RESULT_SECONDS: Record<PrintState, number> = { printing: 30, printed: 20, failed: 90, unknown: 90 };
/** Paper that is not out by then does not come for this visitor as far as anybody knows. */
const PRINTING_MS = 15_000;

export interface TicketFlow {
  page: ReadonlySignal<Page>;
  /** Of the ticket on the result page. */
  print: ReadonlySignal<PrintState>;
  stay: Stay;
  /** What was scanned last, until the visitor goes on. */
  notice: ReadonlySignal<Scanned | null>;
  chooseService(serviceId: ServiceId): void;
  chooseClass(classId: ClassId): void;
  comesForOthers(): void;
  chooseDossiers(dossiers: number): void;
  confirm(): void;
  /** Sends the same wish again: if it was carried out after all, the office answers with the same ticket. */
  retry(): void;
  back(): void;
  home(): void;
  scan(scanned: Scanned): void;
}

export interface Surroundings {
  view: ReadonlySignal<KioskView | null>;
  ask(wish: Wish): Promise<Result<IssuedTicket>>;
  newRequestId(): string;
  /** Makes the screen ready for the next visitor. */
  reset(): void;
  /** How many times as long as usual this visitor may take. */
  patience(): number;
}

export function createTicketFlow({ view, ask, newRequestId, reset, patience }: Surroundings): TicketFlow {
  const page = signal<Page>({ kind: 'services' });
  const stay = createStay(patience);
  const overdue = overdueOn(page);
  const notice = signal<Scanned | null>(null);
  const print = computed(() => printOn(page.value, view.value, overdue.value));

  function home(): void {
    reset();
    show({ kind: 'services' });
  }

  function show(next: Page): void {
    page.value = next;
    // Whose age was read keeps the offer until a class is chosen.
    const choosesClass = next.kind === 'class' || next.kind === 'dossiers';
    if (!choosesClass || notice.value?.kind !== 'card') notice.value = null;
    if (next.kind === 'asking') stay.end();
    else if (next.kind !== 'result') stay.idle(CHOOSING_SECONDS, home);
  }

  effect(() => {
    if (page.value.kind === 'result') stay.idle(RESULT_SECONDS[print.value], home);
  });

  async function send(wish: Wish): Promise<void> {
    show({ kind: 'asking', wish });
    const answer = await ask(wish);
    show(answer.ok ? { kind: 'result', ticket: answer.value } : { kind: 'refused', wish, rejection: answer.rejection });
  }

  function chooseClass(ticketClass: ClassId): void {
    const shown = page.value;
    if (shown.kind !== 'class') return;
    const wish = { requestId: newRequestId(), serviceId: shown.serviceId, ticketClass, dossiers: shown.dossiers };
    const service = view.value?.services.find(({ id }) => id === shown.serviceId);
    if (service?.mayNotBeServed) show({ kind: 'confirm', wish });
    else void send(wish);
  }

  show(page.value);
  return {
    page,
    print,
    stay,
    notice,
    home,
    chooseClass,
    chooseService(serviceId) {
      if (page.value.kind !== 'services' && page.value.kind !== 'class') return;
      show({ kind: 'class', serviceId, dossiers: 1 });
      const [only, ...others] = view.value?.classes ?? [];
      if (only && others.length === 0) chooseClass(only.id);
    },
    comesForOthers() {
      const shown = page.value;
      if (shown.kind === 'class') show({ ...shown, kind: 'dossiers' });
    },
    chooseDossiers(dossiers) {
      if (page.value.kind === 'dossiers') show({ kind: 'class', serviceId: page.value.serviceId, dossiers });
    },
    confirm() {
      if (page.value.kind === 'confirm') void send(page.value.wish);
    },
    retry() {
      if (page.value.kind === 'refused' && mayRetry(page.value.rejection)) void send(page.value.wish);
    },
    scan(scanned) {
      notice.value = scanned;
      stay.touched();
    },
    back() {
      const earlier = before(page.value);
      if (earlier) show(earlier);
    },
  };
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

function before(page: Page): Page | null {
  if (page.kind === 'dossiers') return { ...page, kind: 'class' };
  return page.kind === 'class' || page.kind === 'confirm' ? { kind: 'services' } : null;
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
