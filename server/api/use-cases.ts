/** What a request does: it becomes a command of the core, and its events become the answer of the API. Sockets and REST both call these. */
import { randomInt, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { type ClerkId, type CounterId, REGULAR } from '../../shared/office/office.ts';
import { accept, type Result, refuse } from '../../shared/protocol/rejections.ts';
import type { appointmentRequests, checkIn } from '../../shared/protocol/requests.ts';
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
import type { OfficeEngine } from '../engine/office-engine.ts';
import type { Actor, CommandBody, TicketId } from '../queue/commands.ts';
import type { Event } from '../queue/events.ts';
import { CODES } from '../queue/rules/appointments.ts';
import { counterOfClerk } from '../queue/rules/counters.ts';
import { counterView } from '../queue/views/counter.ts';
import { heldTicket } from '../queue/views/phone.ts';
import type { Staff } from '../setup/accounts/staff.ts';

export async function issue(
  engine: OfficeEngine,
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

/** A visitor with an appointment is at the kiosk. */
export async function checkInVisitor(
  engine: OfficeEngine,
  { requestId, code, ticketClass: classId = REGULAR }: v.InferOutput<typeof checkIn>,
  actor: Actor,
): Promise<Result<IssuedTicket>> {
  const done = await engine.submit({ type: 'CheckIn', code, ticketId: randomUUID(), classId, requestId, actor });
  return done.ok ? ticketIn(done.value) : done;
}

export async function book(
  engine: OfficeEngine,
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
  engine: OfficeEngine,
  { ticketId, number, level, reason = null, requestId }: v.InferOutput<typeof rateVisit>,
  actor: Actor,
): Promise<Result<null>> {
  const visit = ticketId != null ? { ticketId } : number != null ? { number } : null;
  return carryOut(engine, { type: 'RateVisit', visit, level, reason }, requestId, actor);
}

/** Answers with the counter as it is after the command. */
export async function atCounter(
  engine: OfficeEngine,
  counterId: CounterId,
  command: CounterCommand,
  actor: Actor,
): Promise<Result<CounterView>> {
  const done = await engine.submit({ ...command(counterId), actor });
  return done.ok ? counterNow(engine, counterId) : done;
}

export async function counterNow(engine: OfficeEngine, counterId: CounterId): Promise<Result<CounterView>> {
  const view = await engine.read(({ queue }, at) => counterView(queue, counterId, at));
  return view ? accept(view) : refuse({ code: 'UnknownCounter' });
}

/** For commands whose answer is only that they were carried out. */
export async function carryOut(
  engine: OfficeEngine,
  body: CommandBody,
  requestId: string,
  actor: Actor,
): Promise<Result<null>> {
  const done = await engine.submit({ ...body, requestId, actor });
  return done.ok ? accept(null) : done;
}

/** The situation of a scanned ticket. */
export async function find(engine: OfficeEngine, ticketId: TicketId): Promise<Result<HeldTicket>> {
  const held = await engine.read(({ queue }, at) => heldTicket(queue, ticketId, at));
  return held ? accept(held) : refuse({ code: 'UnknownTicket' });
}

/** A visitor's own scan says that they are back; a slip that was used before leads to the situation of its ticket now. */
export async function comeBack(
  engine: OfficeEngine,
  { requestId, ticketId }: v.InferOutput<typeof ticketRequests.return>,
  actor: Actor,
): Promise<Result<HeldTicket>> {
  const done = await carryOut(engine, { type: 'ReturnTicket', ticketId }, requestId, actor);
  return done.ok || done.rejection.code === 'WrongState' ? find(engine, ticketId) : done;
}

/** Not while they work at a counter: it would stay open in the name of a clerk who can no longer sign in. */
export async function removePerson(
  engine: OfficeEngine,
  staff: Staff,
  id: ClerkId,
  actor: Actor,
): Promise<Result<null>> {
  const counter = () => engine.read(({ queue }) => counterOfClerk(queue, id));
  const taken = await counter();
  if (taken) return refuse({ code: 'ClerkAtCounter', counterNumber: taken.number });
  const removed = await staff.remove(id);
  // They may have opened a counter meanwhile; from now on they cannot.
  const late = removed.ok ? await counter() : null;
  if (late) await carryOut(engine, { type: 'CloseCounter', counterId: late.id }, randomUUID(), actor);
  return removed;
}

/** A request names its counter beside its payload. */
type CounterCommand = (counterId: CounterId) => CommandBody & { requestId: string };

/** What a clerk asks for, parsed into the command that it is. */
export const counterCommands: Record<CounterVerb, v.GenericSchema<unknown, CounterCommand>> = {
  open: command(counterRequests.open, () => ({ type: 'OpenCounter' })),
  'call-next': command(counterRequests['call-next'], () => ({ type: 'CallNext' })),
  recall: command(counterRequests.recall, () => ({ type: 'RecallTicket' })),
  start: command(counterRequests.start, () => ({ type: 'StartServing' })),
  finish: command(counterRequests.finish, () => ({ type: 'FinishTicket' })),
  miss: command(counterRequests.miss, () => ({ type: 'MissTicket' })),
  away: command(counterRequests.away, () => ({ type: 'SendAway' })),
  transfer: command(counterRequests.transfer, ({ serviceId }) => ({ type: 'TransferTicket', serviceId })),
  call: command(counterRequests.call, ({ ticketId, reason }) => ({ type: 'CallTicket', ticketId, reason })),
  pause: command(counterRequests.pause, ({ reason, minutes }) => ({ type: 'PauseCounter', reason, minutes })),
  resume: command(counterRequests.resume, () => ({ type: 'ResumeCounter' })),
  close: command(counterRequests.close, () => ({ type: 'CloseCounter' })),
};

type WithoutCounter<Any> = Any extends { counterId: CounterId } ? Omit<Any, 'counterId'> : never;

function command<Payload extends { requestId: string }>(
  schema: v.GenericSchema<unknown, Payload>,
  make: (payload: Payload) => WithoutCounter<CommandBody>,
): v.GenericSchema<unknown, CounterCommand> {
  return v.pipe(
    schema,
    v.transform(
      (payload): CounterCommand =>
        (counterId) => ({ ...make(payload), counterId, requestId: payload.requestId }),
    ),
  );
}
