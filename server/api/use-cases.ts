/** Requests carried out: given to the core as an order, answered in the words of the API. Sockets and REST both call these. */
import { randomInt, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { type ClerkId, type CounterId, REGULAR } from '../../shared/office/office.ts';
import type { appointmentRequests, checkIn } from '../../shared/protocol/appointment-requests.ts';
import { accept, type Result, refuse } from '../../shared/protocol/rejections.ts';
import {
  type CounterVerb,
  counterRequests,
  type issueTicket,
  type rateVisit,
  type ticketRequests,
} from '../../shared/protocol/requests.ts';
import type { BookedAppointment } from '../../shared/protocol/views/appointments.ts';
import type { CounterView } from '../../shared/protocol/views/hall.ts';
import type { HeldTicket } from '../../shared/protocol/views/phone.ts';
import type { IssuedTicket } from '../../shared/protocol/views/ticket.ts';
import type { Engine } from '../engine/engine.ts';
import type { Actor, Order, TicketId } from '../queue/commands.ts';
import type { Event } from '../queue/events.ts';
import { CODES } from '../queue/rules/appointments.ts';
import { counterOfClerk } from '../queue/rules/counters.ts';
import { counterView } from '../queue/views/counter.ts';
import { heldTicket } from '../queue/views/phone.ts';
import type { Staff } from '../setup/accounts/staff.ts';

export async function issue(
  engine: Engine,
  { requestId, serviceId, ticketClass: classId = REGULAR, dossiers, session }: v.InferOutput<typeof issueTicket>,
  actor: Actor,
): Promise<Result<IssuedTicket>> {
  const done = await engine.submit({
    type: session === 'next' ? 'IssueForNextSession' : 'IssueTicket',
    ticketId: randomUUID(),
    serviceId,
    classId,
    dossiers,
    requestId,
    actor,
  });
  return done.ok ? ticketIn(done.value) : done;
}

/** Whoever booked is at the kiosk. */
export async function arrive(
  engine: Engine,
  { requestId, code, ticketClass: classId = REGULAR }: v.InferOutput<typeof checkIn>,
  actor: Actor,
): Promise<Result<IssuedTicket>> {
  const done = await engine.submit({ type: 'CheckIn', code, ticketId: randomUUID(), classId, requestId, actor });
  return done.ok ? ticketIn(done.value) : done;
}

export async function book(
  engine: Engine,
  { requestId, serviceId, startsAt }: v.InferOutput<typeof appointmentRequests.book>,
  actor: Actor,
): Promise<Result<BookedAppointment>> {
  const done = await engine.submit({
    type: 'BookAppointment',
    appointmentId: randomUUID(),
    code: String(randomInt(CODES.first, CODES.first + CODES.count)),
    serviceId,
    startsAt,
    requestId,
    actor,
  });
  if (!done.ok) return done;
  const booked = done.value.find((event) => event.type === 'AppointmentBooked');
  if (!booked) return refuse({ code: 'InternalError' });
  const { appointmentId: id, code, endsAt } = booked;
  return accept({ id, code, serviceId: booked.serviceId, startsAt: booked.startsAt, endsAt });
}

function ticketIn(events: readonly Event[]): Result<IssuedTicket> {
  const issued = events.find((event) => event.type === 'TicketIssued');
  if (!issued) return refuse({ code: 'InternalError' });
  const { ticketId: id, number, serviceId, dossiers, ahead, estimate, at: issuedAt, appointment } = issued;
  const appointmentAt = appointment?.startsAt ?? null;
  const later = events.find((event) => event.type === 'TicketPostponed');
  const notBefore = later?.notBefore ?? null;
  return accept({ id, number, serviceId, dossiers, ahead, estimate, issuedAt, appointmentAt, notBefore });
}

export async function rate(
  engine: Engine,
  { ticketId, number, level, reason = null, requestId }: v.InferOutput<typeof rateVisit>,
  actor: Actor,
): Promise<Result<null>> {
  const visit = ticketId != null ? { ticketId } : number != null ? { number } : null;
  return obey(engine, { type: 'RateVisit', visit, level, reason }, requestId, actor);
}

/** Answers with the counter as it is afterwards. */
export async function atCounter(
  engine: Engine,
  counterId: CounterId,
  asked: CounterOrder,
  actor: Actor,
): Promise<Result<CounterView>> {
  const done = await engine.submit({ ...asked(counterId), actor });
  return done.ok ? counterNow(engine, counterId) : done;
}

export async function counterNow(engine: Engine, counterId: CounterId): Promise<Result<CounterView>> {
  const view = await engine.read((state, at) => counterView(state, counterId, at));
  return view ? accept(view) : refuse({ code: 'UnknownCounter' });
}

/** For orders whose answer is only that they were carried out. */
export async function obey(engine: Engine, order: Order, requestId: string, actor: Actor): Promise<Result<null>> {
  const done = await engine.submit({ ...order, requestId, actor });
  return done.ok ? accept(null) : done;
}

/** Where a scanned ticket stands. */
export async function find(engine: Engine, ticketId: TicketId): Promise<Result<HeldTicket>> {
  const held = await engine.read((state, at) => heldTicket(state, ticketId, at));
  return held ? accept(held) : refuse({ code: 'UnknownTicket' });
}

/** A visitor's own scan says that they are back; a slip that was used already leads to where its ticket stands now. */
export async function comeBack(
  engine: Engine,
  { requestId, ticketId }: v.InferOutput<typeof ticketRequests.return>,
  actor: Actor,
): Promise<Result<HeldTicket>> {
  const done = await obey(engine, { type: 'ReturnTicket', ticketId }, requestId, actor);
  return done.ok || done.rejection.code === 'WrongState' ? find(engine, ticketId) : done;
}

/** Not while they sit at a counter: nobody could sign in any more for the one that would stay open in their name. */
export async function removePerson(engine: Engine, staff: Staff, id: ClerkId, actor: Actor): Promise<Result<null>> {
  const counter = () => engine.read((state) => counterOfClerk(state, id));
  const taken = await counter();
  if (taken) return refuse({ code: 'ClerkAtCounter', counterNumber: taken.number });
  const removed = await staff.remove(id);
  // They may have opened one meanwhile; from now on they cannot.
  const late = removed.ok ? await counter() : null;
  if (late) await obey(engine, { type: 'CloseCounter', counterId: late.id }, randomUUID(), actor);
  return removed;
}

type CounterOrder = (counterId: CounterId) => Order & { requestId: string };

/** What a clerk asks for, parsed into the order that it is; the counter stands elsewhere in the request. */
export const counterOrders: Record<CounterVerb, v.GenericSchema<unknown, CounterOrder>> = {
  open: order(counterRequests.open, () => ({ type: 'OpenCounter' })),
  'call-next': order(counterRequests['call-next'], () => ({ type: 'CallNext' })),
  recall: order(counterRequests.recall, () => ({ type: 'RecallTicket' })),
  start: order(counterRequests.start, () => ({ type: 'StartServing' })),
  finish: order(counterRequests.finish, () => ({ type: 'FinishTicket' })),
  miss: order(counterRequests.miss, () => ({ type: 'MissTicket' })),
  away: order(counterRequests.away, () => ({ type: 'SendAway' })),
  transfer: order(counterRequests.transfer, ({ serviceId }) => ({ type: 'TransferTicket', serviceId })),
  call: order(counterRequests.call, ({ ticketId, reason }) => ({ type: 'CallTicket', ticketId, reason })),
  pause: order(counterRequests.pause, ({ reason, minutes }) => ({ type: 'PauseCounter', reason, minutes })),
  resume: order(counterRequests.resume, () => ({ type: 'ResumeCounter' })),
  close: order(counterRequests.close, () => ({ type: 'CloseCounter' })),
};

type WithoutCounter<Any> = Any extends { counterId: CounterId } ? Omit<Any, 'counterId'> : never;

function order<Payload extends { requestId: string }>(
  schema: v.GenericSchema<unknown, Payload>,
  make: (payload: Payload) => WithoutCounter<Order>,
): v.GenericSchema<unknown, CounterOrder> {
  return v.pipe(
    schema,
    v.transform(
      (payload): CounterOrder =>
        (counterId) => ({ ...make(payload), counterId, requestId: payload.requestId }),
    ),
  );
}
