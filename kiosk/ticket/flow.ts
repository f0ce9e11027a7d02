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
}

export type Page =
  | { kind: 'services' }
  | { kind: 'class'; serviceId: ServiceId }
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
  const overdue = signal(false);
  const notice = signal<Scanned | null>(null);
  const print = computed<PrintState>(() => {
    const shown = page.value;
    if (shown.kind !== 'result') return 'printing';
    const news = view.value?.prints.find(({ number }) => number === shown.ticket.number);
    const state = news?.state ?? 'printing';
    if (state === 'printing' && printerStands(view.value)) return 'failed';
    return state === 'printing' && overdue.value ? 'unknown' : state;
  });

  function home(): void {
    reset();
    show({ kind: 'services' });
  }

  function show(next: Page): void {
    page.value = next;
    // Whose age was read keeps the offer until a class is chosen.
    if (next.kind !== 'class' || notice.value?.kind !== 'card') notice.value = null;
    if (next.kind === 'asking') stay.end();
    else if (next.kind !== 'result') stay.idle(CHOOSING_SECONDS, home);
  }

  effect(() => {
    if (page.value.kind === 'result') stay.idle(RESULT_SECONDS[print.value], home);
  });

  effect(() => {
    overdue.value = false;
    if (page.value.kind !== 'result') return;
    const timer = setTimeout(() => {
      overdue.value = true;
    }, PRINTING_MS);
    return () => clearTimeout(timer);
  });

  async function send(wish: Wish): Promise<void> {
    show({ kind: 'asking', wish });
    const answer = await ask(wish);
    show(answer.ok ? { kind: 'result', ticket: answer.value } : { kind: 'refused', wish, rejection: answer.rejection });
  }

  function chooseClass(ticketClass: ClassId): void {
    const shown = page.value;
    if (shown.kind !== 'class') return;
    const wish = { requestId: newRequestId(), serviceId: shown.serviceId, ticketClass };
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
      show({ kind: 'class', serviceId });
      const [only, ...others] = view.value?.classes ?? [];
      if (only && others.length === 0) chooseClass(only.id);
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
      if (page.value.kind === 'class' || page.value.kind === 'confirm') show({ kind: 'services' });
    },
  };
}

/** Its job waits some minutes for paper, the visitor must not. */
function printerStands(view: KioskView | null): boolean {
  return view !== null && view.health.printer !== 'ok' && view.health.printer !== 'paper-low';
}
