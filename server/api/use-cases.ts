/** Turns each request of the API, by socket or REST, into a command of the core, and the resulting events into the response. */
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
  type takeBackVote,
  type ticketRequests,
} from '../../shared/protocol/requests.ts';
import type { BookedAppointment, FoundAppointment } from '../../shared/protocol/views/appointments.ts';
import type { CounterView } from '../../shared/protocol/views/desk.ts';
import type { HeldTicket } from '../../shared/protocol/views/phone.ts';
import type { IssuedTicket } from '../../shared/protocol/views/ticket.ts';
import type { OfficeEngine } from '../engine/office-engine.ts';
import type { Actor, CommandBody, TicketId } from '../queue/commands.ts';
import type { Event } from '../queue/events.ts';
import { bookedWith, CODES } from '../queue/rules/appointments.ts';
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
  return done.ok ? issuedTicketOf(done.value) : done;
}

/** Checks in a visitor who enters the code of an appointment at the kiosk. */
export async function checkInVisitor(
  engine: OfficeEngine,
  { requestId, code, ticketClass: classId = REGULAR }: v.InferOutput<typeof checkIn>,
  actor: Actor,
): Promise<Result<IssuedTicket>> {
  const done = await engine.submit({ type: 'CheckIn', code, ticketId: randomUUID(), classId, requestId, actor });
  return done.ok ? issuedTicketOf(done.value) : done;
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

function issuedTicketOf(events: readonly Event[]): Result<IssuedTicket> {
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
  { ticketId, number, level, reason = null, requestId, voteId = requestId }: v.InferOutput<typeof rateVisit>,
  actor: Actor,
): Promise<Result<null>> {
  const visit = ticketId != null ? { ticketId } : number != null ? { number } : null;
  return runCommand(engine, { type: 'RateVisit', voteId, visit, level, reason }, requestId, actor);
}

export async function takeBack(
  engine: OfficeEngine,
  { requestId, voteId }: v.InferOutput<typeof takeBackVote>,
  actor: Actor,
): Promise<Result<null>> {
  return runCommand(engine, { type: 'TakeBackVote', voteId }, requestId, actor);
}

/** Returns the counter as it is after the command. */
export async function runCounterCommand(
  engine: OfficeEngine,
  counterId: CounterId,
  command: CounterCommand,
  actor: Actor,
): Promise<Result<CounterView>> {
  const done = await engine.submit({ ...command(counterId), actor });
  return done.ok ? readCounter(engine, counterId) : done;
}

export async function readCounter(engine: OfficeEngine, counterId: CounterId): Promise<Result<CounterView>> {
  const view = await engine.read(({ queue }, at) => counterView(queue, counterId, at));
  return view ? accept(view) : refuse({ code: 'UnknownCounter' });
}

/** For commands that return no value. */
export async function runCommand(
  engine: OfficeEngine,
  body: CommandBody,
  requestId: string,
  actor: Actor,
): Promise<Result<null>> {
  const done = await engine.submit({ ...body, requestId, actor });
  return done.ok ? accept(null) : done;
}

/** The current status of a scanned ticket. */
export async function findHeldTicket(engine: OfficeEngine, ticketId: TicketId): Promise<Result<HeldTicket>> {
  const held = await engine.read(({ queue }, at) => heldTicket(queue, ticketId, at));
  return held ? accept(held) : refuse({ code: 'UnknownTicket' });
}

/** Refuses a code that cannot be used now, in the words in which checking in with it would be refused. */
export async function findBookedAppointment(engine: OfficeEngine, code: string): Promise<Result<FoundAppointment>> {
  const booked = await engine.read(({ queue }) => bookedWith(queue, code));
  if (!booked.ok) return booked;
  const { serviceId, startsAt } = booked.value;
  return accept({ code, serviceId, startsAt });
}

/** Returns a missed or away visitor who scans their ticket or come-back slip. A slip scanned again only shows the ticket's status. */
export async function returnTicket(
  engine: OfficeEngine,
  { requestId, ticketId }: v.InferOutput<typeof ticketRequests.return>,
  actor: Actor,
): Promise<Result<HeldTicket>> {
  const done = await runCommand(engine, { type: 'ReturnTicket', ticketId }, requestId, actor);
  return done.ok || done.rejection.code === 'WrongState' ? findHeldTicket(engine, ticketId) : done;
}

/** Refuses while the person works at a counter: it would stay open in the name of a clerk who can no longer sign in. */
export async function removeStaff(
  engine: OfficeEngine,
  staff: Staff,
  id: ClerkId,
  actor: Actor,
): Promise<Result<null>> {
  const counter = () => engine.read(({ queue }) => counterOfClerk(queue, id));
  const openCounter = await counter();
  if (openCounter) return refuse({ code: 'ClerkAtCounter', counterNumber: openCounter.number });
  const removed = await staff.remove(id);
  // The person may have opened a counter since the first check; once removed, they cannot.
  const openedMeanwhile = removed.ok ? await counter() : null;
  if (openedMeanwhile) {
    await runCommand(engine, { type: 'CloseCounter', counterId: openedMeanwhile.id }, randomUUID(), actor);
  }
  return removed;
}

/** A request names its counter beside its payload, so the command is complete only with the counter's id. */
type CounterCommand = (counterId: CounterId) => CommandBody & { requestId: string };

/** For each verb, the schema that parses a clerk's request into the command of the core. */
export const counterCommands: Record<CounterVerb, v.GenericSchema<unknown, CounterCommand>> = {
  open: command(counterRequests.open, () => ({ type: 'OpenCounter' })),
  'call-next': command(counterRequests['call-next'], () => ({ type: 'CallNext' })),
  recall: command(counterRequests.recall, (payload) => ({ type: 'RecallTicket', ...meant(payload) })),
  start: command(counterRequests.start, (payload) => ({ type: 'StartServing', ...meant(payload) })),
  finish: command(counterRequests.finish, (payload) => ({ type: 'FinishTicket', ...meant(payload) })),
  miss: command(counterRequests.miss, (payload) => ({ type: 'MissTicket', ...meant(payload) })),
  away: command(counterRequests.away, (payload) => ({ type: 'SendAway', ...meant(payload) })),
  transfer: command(counterRequests.transfer, ({ serviceId, ...payload }) => ({
    type: 'TransferTicket',
    serviceId,
    ...meant(payload),
  })),
  call: command(counterRequests.call, ({ ticketId, reason }) => ({ type: 'CallTicket', ticketId, reason })),
  pause: command(counterRequests.pause, ({ reason, minutes }) => ({ type: 'PauseCounter', reason, minutes })),
  resume: command(counterRequests.resume, () => ({ type: 'ResumeCounter' })),
  close: command(counterRequests.close, () => ({ type: 'CloseCounter' })),
};

/** The visitor whom the sender means, if the request names one: a field without a value would make a repeated request another one. */
function meant({ ticketId }: { ticketId?: TicketId }): { ticketId?: TicketId } {
  return ticketId === undefined ? {} : { ticketId };
}

type WithoutCounter<Command> = Command extends { counterId: CounterId } ? Omit<Command, 'counterId'> : never;

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
