/** What a visitor does at the ticket kiosk, page by page, without a screen: main.tsx shows it. */
import { effect } from '@preact/signals';
import type { ClassId, ServiceId } from '../../shared/office/office.ts';
import type { Result } from '../../shared/protocol/rejections.ts';
import type { IssuedTicket } from '../../shared/protocol/views/ticket.ts';
import { mayRetry } from '../parts/retry.ts';
import type { Scanned } from '../parts/scanned.ts';
import { type Lookup, lookUp } from './lookup.ts';
import { isChoosing, outlookOf, type Page, pageBefore, type TicketWish, type Wish } from './page.ts';
import { createPath, type Ground, type Path } from './path.ts';

export interface TicketFlow extends Omit<Path, 'show' | 'notify'> {
  chooseService(serviceId: ServiceId): void;
  chooseClass(classId: ClassId): void;
  /** Also from the refusal of a code that was mistyped. */
  hasAppointment(): void;
  typeCode(code: string): void;
  comesForOthers(): void;
  chooseDossiers(dossiers: number): void;
  /** Takes the ticket all the same, for this session or the next one of today. */
  confirm(session: TicketWish['session']): void;
  /** Sends the same wish again: if it was carried out after all, the office answers with the same ticket. */
  retry(): void;
  back(): void;
  scan(scanned: Scanned): void;
}

export interface Surroundings extends Lookup, Ground {
  ask(wish: Wish): Promise<Result<IssuedTicket>>;
}

export function createTicketFlow(surroundings: Surroundings): TicketFlow {
  const { view, ask, newRequestId } = surroundings;
  const { show, notify, ...path } = createPath(surroundings);
  const { page } = path;

  async function send(wish: Wish): Promise<void> {
    show({ kind: 'asking', wish });
    const answer = await ask(wish);
    show(answer.ok ? { kind: 'result', ticket: answer.value } : { kind: 'refused', wish, rejection: answer.rejection });
  }

  async function look(ticketId: string): Promise<void> {
    show({ kind: 'finding' });
    show(await lookUp(ticketId, surroundings));
  }

  function chooseClass(ticketClass: ClassId): void {
    const shown = page.value;
    if (shown.kind === 'booked') void send({ requestId: newRequestId(), code: shown.code, ticketClass });
    if (shown.kind !== 'class') return;
    const { serviceId, dossiers } = shown;
    const wish: Wish = { requestId: newRequestId(), serviceId, ticketClass, dossiers, session: 'this' };
    const outlook = view.value && outlookOf(wish, view.value);
    if (outlook && outlook.thisSession !== 'likely') show({ kind: 'confirm', wish });
    else void send(wish);
  }

  /** An office with one class asks for none. */
  function askForClass(next: Page): void {
    show(next);
    const [only, ...others] = view.value?.classes ?? [];
    if (only && others.length === 0) chooseClass(only.id);
  }

  // A break ends what was not sent: nobody is asked for more time over the page that says when the office opens again.
  effect(() => {
    const chosen = isChoosing(page.value) && page.value.kind !== 'services';
    if (chosen && view.value && view.value.opening.state !== 'open') show({ kind: 'services' });
  });

  return {
    ...path,
    chooseClass,
    chooseService(serviceId) {
      if (page.value.kind !== 'services' && page.value.kind !== 'class') return;
      askForClass({ kind: 'class', serviceId, dossiers: 1 });
    },
    hasAppointment() {
      if (page.value.kind === 'services' || page.value.kind === 'refused') show({ kind: 'code' });
    },
    typeCode(code) {
      if (page.value.kind === 'code') askForClass({ kind: 'booked', code });
    },
    comesForOthers() {
      const shown = page.value;
      if (shown.kind === 'class') show({ ...shown, kind: 'dossiers' });
    },
    chooseDossiers(dossiers) {
      if (page.value.kind === 'dossiers') show({ kind: 'class', serviceId: page.value.serviceId, dossiers });
    },
    confirm(session) {
      if (page.value.kind === 'confirm') void send({ ...page.value.wish, session });
    },
    retry() {
      const shown = page.value;
      if (shown.kind === 'refused' && mayRetry(shown.rejection)) void send(shown.wish);
      else if (shown.kind === 'not-found' && mayRetry(shown.rejection)) void look(shown.ticketId);
    },
    scan(scanned) {
      path.stay.touched();
      if (page.value.kind === 'asking' || page.value.kind === 'finding') return;
      if (scanned.kind === 'ticket') void look(scanned.id);
      else if (scanned.kind !== 'appointment') notify(scanned);
      else if (view.value?.appointments && view.value.opening.state === 'open')
        askForClass({ kind: 'booked', code: scanned.code });
      else notify({ kind: 'foreign' });
    },
    back() {
      const earlier = pageBefore(page.value);
      if (earlier) show(earlier);
    },
  };
}
