/** Requests carried out: given to the core as an order, answered in the words of the API. Sockets and REST both call these. */
import { randomInt, randomUUID } from 'node:crypto';
import type { GenericSchema, InferOutput } from 'valibot';
import type { appointmentRequests, checkIn } from '../shared/appointment-requests.ts';
import type { BookedAppointment } from '../shared/appointments.ts';
import { type CounterId, REGULAR } from '../shared/office.ts';
import type { HeldTicket } from '../shared/phone-view.ts';
import { accept, type Result, refuse } from '../shared/rejections.ts';
import {
  type CounterVerb,
  counterRequests,
  type issueTicket,
  type rateVisit,
  type ticketRequests,
} from '../shared/requests.ts';
import type { CounterView, IssuedTicket } from '../shared/views.ts';
import type { Engine } from './engine.ts';
import { parse } from './parse.ts';
import type { Actor, Order, TicketId } from './queue/commands.ts';
import type { Event } from './queue/events.ts';
import { CODES } from './queue/rules/appointments.ts';
import { counterView } from './queue/views/counter.ts';
import { heldTicket } from './queue/views/phone.ts';

export async function issue(
  engine: Engine,
  { requestId, serviceId, ticketClass: classId = REGULAR, dossiers }: InferOutput<typeof issueTicket>,
  actor: Actor,
): Promise<Result<IssuedTicket>> {
  const done = await engine.submit({
    type: 'IssueTicket',
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
  { requestId, code, ticketClass: classId = REGULAR }: InferOutput<typeof checkIn>,
  actor: Actor,
): Promise<Result<IssuedTicket>> {
  const done = await engine.submit({ type: 'CheckIn', code, ticketId: randomUUID(), classId, requestId, actor });
  return done.ok ? ticketIn(done.value) : done;
}

export async function book(
  engine: Engine,
  { requestId, serviceId, startsAt }: InferOutput<typeof appointmentRequests.book>,
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
  return accept({ id, number, serviceId, dossiers, ahead, estimate, issuedAt, appointmentAt });
}

export async function rate(
  engine: Engine,
  { ticketId, number, level, reason = null, requestId }: InferOutput<typeof rateVisit>,
  actor: Actor,
): Promise<Result<null>> {
  const visit = ticketId != null ? { ticketId } : number != null ? { number } : null;
  return obey(engine, { type: 'RateVisit', visit, level, reason }, requestId, actor);
}

/** Answers with the counter as it is afterwards. */
export async function atCounter(
  engine: Engine,
  verb: CounterVerb,
  counterId: CounterId,
  input: unknown,
  actor: Actor,
): Promise<Result<CounterView>> {
  const asked = counterOrders[verb](counterId, input);
  if (!asked.ok) return asked;
  const done = await engine.submit({ ...asked.value, actor });
  if (!done.ok) return done;
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
  { requestId, ticketId }: InferOutput<typeof ticketRequests.return>,
  actor: Actor,
): Promise<Result<HeldTicket>> {
  const done = await obey(engine, { type: 'ReturnTicket', ticketId }, requestId, actor);
  return done.ok || done.rejection.code === 'WrongState' ? find(engine, ticketId) : done;
}

type CounterOrder = (counterId: CounterId, input: unknown) => Result<Order & { requestId: string }>;

const counterOrders: Record<CounterVerb, CounterOrder> = {
  open: order(counterRequests.open, (counterId) => ({ type: 'OpenCounter', counterId })),
  'call-next': order(counterRequests['call-next'], (counterId) => ({ type: 'CallNext', counterId })),
  recall: order(counterRequests.recall, (counterId) => ({ type: 'RecallTicket', counterId })),
  start: order(counterRequests.start, (counterId) => ({ type: 'StartServing', counterId })),
  finish: order(counterRequests.finish, (counterId) => ({ type: 'FinishTicket', counterId })),
  miss: order(counterRequests.miss, (counterId) => ({ type: 'MissTicket', counterId })),
  away: order(counterRequests.away, (counterId) => ({ type: 'SendAway', counterId })),
  transfer: order(counterRequests.transfer, (counterId, { serviceId }) => ({
    type: 'TransferTicket',
    counterId,
    serviceId,
  })),
  call: order(counterRequests.call, (counterId, { ticketId, reason }) => ({
    type: 'CallTicket',
    counterId,
    ticketId,
    reason,
  })),
  pause: order(counterRequests.pause, (counterId, { reason }) => ({ type: 'PauseCounter', counterId, reason })),
  resume: order(counterRequests.resume, (counterId) => ({ type: 'ResumeCounter', counterId })),
  close: order(counterRequests.close, (counterId) => ({ type: 'CloseCounter', counterId })),
};

function order<Schema extends GenericSchema<unknown, { requestId: string }>>(
  schema: Schema,
  make: (counterId: CounterId, payload: InferOutput<Schema>) => Order,
): CounterOrder {
  return (counterId, input) => {
    const payload = parse(schema, input);
    return payload.ok ? accept({ ...make(counterId, payload.value), requestId: payload.value.requestId }) : payload;
  };
}
