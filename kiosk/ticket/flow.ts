/** The steps of a visitor at the ticket kiosk, without a screen: kiosk.tsx shows them. */
import { effect } from '@preact/signals';
import type { ClassId, ServiceId } from '../../shared/office/office.ts';
import type { Result } from '../../shared/protocol/rejections.ts';
import type { FoundAppointment } from '../../shared/protocol/views/appointments.ts';
import type { HeldTicket } from '../../shared/protocol/views/phone.ts';
import type { IssuedTicket } from '../../shared/protocol/views/ticket.ts';
import { mayRetry } from '../parts/retry.ts';
import type { Scanned } from '../parts/scanned.ts';
import { createNavigation, type Navigation, type NavigationDependencies } from './navigation.ts';
import { isChoosing, type NewTicketRequest, outlookOf, type Page, pageBefore, type TicketRequest } from './page.ts';

export interface TicketFlow extends Omit<Navigation, 'show' | 'notify'> {
  chooseService(serviceId: ServiceId): void;
  chooseClass(classId: ClassId): void;
  /** From the start page, or from the refusal of a mistyped code. */
  hasAppointment(): void;
  typeCode(code: string): void;
  comesForOthers(): void;
  chooseDossiers(dossiers: number): void;
  /** More dossiers than the page has tiles for. */
  typeDossiers(): void;
  /** Requests the ticket in spite of the long wait, for this session or the next one of today. */
  confirm(session: NewTicketRequest['session']): void;
  /** Sends the same request again: if it was carried out after all, the office answers with the same ticket. */
  retry(): void;
  back(): void;
  /** Opens the page of a scanned code. The ticket of a missed or absent visitor also reports that the visitor is back. */
  scan(scanned: Scanned): void;
}

export interface TicketFlowDependencies extends NavigationDependencies {
  ask(request: TicketRequest): Promise<Result<IssuedTicket>>;
  find(ticketId: string): Promise<Result<HeldTicket>>;
  findAppointment(code: string): Promise<Result<FoundAppointment>>;
  comeBack(slip: { requestId: string; ticketId: string }): Promise<Result<HeldTicket>>;
  newRequestId(): string;
}

export function createTicketFlow(dependencies: TicketFlowDependencies): TicketFlow {
  const { view, ask, find, findAppointment, comeBack, newRequestId } = dependencies;
  const { show, notify, ...navigation } = createNavigation(dependencies);
  const { page, idleTimer } = navigation;

  async function send(request: TicketRequest): Promise<void> {
    show({ kind: 'asking', request });
    const answer = await ask(request);
    if (answer.ok) show({ kind: 'result', ticket: answer.value });
    else show({ kind: 'refused', request, rejection: answer.rejection });
  }

  async function look(ticketId: string): Promise<void> {
    show({ kind: 'finding' });
    const found = await find(ticketId);
    const back = found.ok && (found.value.status === 'missed' || found.value.status === 'away');
    const answer = back ? await comeBack({ requestId: newRequestId(), ticketId }) : found;
    if (answer.ok) show({ kind: 'found', ticket: answer.value, back });
    else show({ kind: 'not-found', ticketId, rejection: answer.rejection });
  }

  function chooseClass(ticketClass: ClassId): void {
    const shown = page.value;
    if (shown.kind === 'booked') void send({ requestId: newRequestId(), code: shown.appointment.code, ticketClass });
    if (shown.kind !== 'class') return;
    const { serviceId, dossiers } = shown;
    const request: NewTicketRequest = { requestId: newRequestId(), serviceId, ticketClass, dossiers, session: 'this' };
    const outlook = view.value && outlookOf(request, view.value);
    if (outlook && outlook.thisSession !== 'likely') show({ kind: 'confirm', request });
    else void send(request);
  }

  /** A mistyped code is refused here, before the visitor is asked for a class. */
  async function check(code: string): Promise<void> {
    show({ kind: 'checking', code });
    const found = await findAppointment(code);
    if (found.ok) askForClass({ kind: 'booked', appointment: found.value });
    else show({ kind: 'code', rejection: found.rejection });
  }

  /** In an office with one class, that class is chosen without a question. */
  function askForClass(next: Page): void {
    show(next);
    const [only, ...others] = view.value?.classes ?? [];
    if (only && others.length === 0) chooseClass(only.id);
  }

  dropChoiceWhenClosed(page, view, () => show({ kind: 'services' }));

  return {
    ...navigation,
    ...dossierSteps(page, show),
    chooseClass,
    chooseService(serviceId) {
      if (page.value.kind !== 'services' && page.value.kind !== 'class') return;
      askForClass({ kind: 'class', serviceId, dossiers: 1 });
    },
    hasAppointment() {
      if (page.value.kind === 'services' || page.value.kind === 'refused') show({ kind: 'code', rejection: null });
    },
    typeCode(code) {
      if (page.value.kind === 'code') void check(code);
    },
    confirm(session) {
      if (page.value.kind === 'confirm') void send({ ...page.value.request, session });
    },
    retry() {
      const shown = page.value;
      if (shown.kind === 'refused' && mayRetry(shown.rejection)) void send(shown.request);
      else if (shown.kind === 'not-found' && mayRetry(shown.rejection)) void look(shown.ticketId);
    },
    scan(scanned) {
      idleTimer.touched();
      if (['asking', 'finding', 'checking'].includes(page.value.kind)) return;
      if (scanned.kind === 'ticket') void look(scanned.id);
      else if (scanned.kind !== 'appointment') notify(scanned);
      else if (view.value?.appointments && view.value.opening.state === 'open') void check(scanned.code);
      else notify({ kind: 'foreign' });
    },
    back: () => goBack(page.value, show),
  };
}

function goBack(page: Page, show: (next: Page) => void): void {
  const earlier = pageBefore(page);
  if (earlier) show(earlier);
}

function dossierSteps(
  page: TicketFlow['page'],
  show: (next: Page) => void,
): Pick<TicketFlow, 'comesForOthers' | 'chooseDossiers' | 'typeDossiers'> {
  return {
    comesForOthers() {
      if (page.value.kind === 'class') show({ ...page.value, kind: 'dossiers' });
    },
    chooseDossiers(dossiers) {
      const shown = page.value;
      if (shown.kind !== 'dossiers' && shown.kind !== 'many-dossiers') return;
      show({ kind: 'class', serviceId: shown.serviceId, dossiers });
    },
    typeDossiers() {
      if (page.value.kind === 'dossiers') show({ ...page.value, kind: 'many-dossiers' });
    },
  };
}

/** When the office closes: "Do you need more time?" must not cover the page that says so. */
function dropChoiceWhenClosed(page: TicketFlow['page'], view: TicketFlowDependencies['view'], drop: () => void): void {
  effect(() => {
    const chosen = isChoosing(page.value) && page.value.kind !== 'services';
    if (chosen && view.value && view.value.opening.state !== 'open') drop();
  });
}
