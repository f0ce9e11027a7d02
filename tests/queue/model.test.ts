// Invariants that hold after every command of a random day, whatever the commands and their order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollOver } from '../../server/engine/day-rollover.ts';
import type { Command, CommandOf } from '../../server/queue/commands.ts';
import { decide } from '../../server/queue/decide.ts';
import type { Event } from '../../server/queue/events.ts';
import { changes } from '../../server/queue/evolve.ts';
import { isStranded, pickNext } from '../../server/queue/pick.ts';
import type { State, Ticket } from '../../server/queue/state.ts';
import { boardView } from '../../server/queue/views/board.ts';
import { deskView } from '../../server/queue/views/desk.ts';
import { kioskView } from '../../server/queue/views/kiosk.ts';
import { paperOf } from '../../server/queue/views/paper.ts';
import { heldTicket } from '../../server/queue/views/phone.ts';
import { ratingView } from '../../server/queue/views/rating.ts';
import { ticketView } from '../../server/queue/views/ticket.ts';
import { openingAt } from '../../shared/calendar/hours.ts';
import type { Health } from '../../shared/protocol/views/common.ts';
import { MINUTE } from '../../shared/time.ts';
import { emptyDay, replayed } from './given.ts';
import { ordinaryOffice, time } from './office.ts';
import { plain } from './plain.ts';
import { type Outcome, steps, Walk } from './walk.ts';

const RUNS = 200;
const HEAD_START = ordinaryOffice.rules.appointmentHeadStartMinutes * MINUTE;
const health: Health = { storage: 'ok', clock: 'ok', printer: 'ok' };

/** The state after a restart, which reads the events from the journal. */
const restarted = (events: readonly Event[]) => replayed(JSON.parse(JSON.stringify(events)));

/** Whether the clerk works at a counter that calls visitors: only then a reservation holds. */
const isCalling = (state: State, clerkId: string | null) =>
  [...state.counters.values()].some((open) => open.clerkId === clerkId && open.paused === null);

type Waiting = Ticket & { status: 'waiting' };
const waitingIn = (state: State): Waiting[] =>
  [...state.tickets.values()].filter((ticket): ticket is Waiting => ticket.status === 'waiting');

/** The calling rule in its simplest form, a sort over all waiting tickets, to compare with. */
function nextByRule(state: State, counterId: string, at: number): string | null {
  const clerkId = state.counters.get(counterId)?.clerkId;
  const services = state.office.counters.find(({ id }) => id === counterId)?.services ?? [];
  const waiting = waitingIn(state);
  const back = waiting.filter(({ reservedFor }) => reservedFor !== null && reservedFor === clerkId);
  const [first] = back.sort((a, b) => a.arrivedAt - b.arrivedAt || a.order - b.order);
  if (first) return first.ticketId;
  const weight = ({ classId }: Ticket) => state.office.ticketClasses.find(({ id }) => id === classId)?.weight ?? 1;
  const score = (ticket: Ticket) => {
    const waited = at - ticket.arrivedAt;
    return waited < 0 ? waited / weight(ticket) : waited * weight(ticket);
  };
  const open = waiting.filter(
    ({ reservedFor, notBefore, serviceId }) =>
      !isCalling(state, reservedFor) && (notBefore ?? 0) <= at && services.includes(serviceId),
  );
  return open.sort((a, b) => score(b) - score(a) || a.order - b.order)[0]?.ticketId ?? null;
}

/** Where the state has each ticket: in a line, in the line of one clerk, at a counter, or absent. */
function placesIn(state: State): Map<string, string[]> {
  const places = new Map([...state.tickets.keys()].map((id): [string, string[]] => [id, []]));
  const put = (ticketId: string, place: string) => places.get(ticketId)?.push(place);
  for (const [serviceId, { lines }] of state.queues)
    for (const [classId, line] of lines)
      for (const { ticketId } of line.first(line.length)) put(ticketId, `line ${serviceId} ${classId}`);
  for (const [clerkId, line] of state.reserved)
    for (const { ticketId } of line.first(line.length)) put(ticketId, `clerk ${clerkId}`);
  for (const { ticketId } of state.postponed.first(state.postponed.length)) put(ticketId, 'later');
  for (const { id, current } of state.counters.values()) if (current) put(current, `counter ${id}`);
  for (const ticketId of state.absent) put(ticketId, 'absent');
  return places;
}

function placeOf(ticket: Ticket): string[] {
  switch (ticket.status) {
    case 'waiting':
      if (ticket.reservedFor === null && ticket.notBefore !== null) return ['later'];
      return [ticket.reservedFor ? `clerk ${ticket.reservedFor}` : `line ${ticket.serviceId} ${ticket.classId}`];
    case 'called':
    case 'serving':
      return [`counter ${ticket.counterId}`];
    case 'missed':
    case 'away':
      return ['absent'];
    default:
      return [];
  }
}

function expectInvariants(state: State, events: readonly Event[], at: number): void {
  const tickets = [...state.tickets.values()];
  expect(new Set(tickets.map(({ number }) => number)).size).toBe(tickets.length);
  expect(placesIn(state)).toEqual(new Map(tickets.map((ticket) => [ticket.ticketId, placeOf(ticket)])));
  const staff = [...state.counters.values()].map(({ clerkId }) => clerkId);
  expect(new Set(staff).size).toBe(staff.length);
  for (const id of state.counters.keys()) expect(state.office.counters.map((counter) => counter.id)).toContain(id);
  for (const { reservedFor } of waitingIn(state)) if (reservedFor !== null) expect(staff).toContain(reservedFor);
  for (const ticket of tickets) {
    expect(at - ticket.cameAt).toBeGreaterThanOrEqual(0);
    if (ticket.wasCalled) expect(ticket.arrivedAt).toBeLessThanOrEqual(ticket.cameAt);
    if (ticket.appointmentAt !== null) expect(ticket.arrivedAt).toBeGreaterThanOrEqual(ticket.cameAt - HEAD_START);
    // A ticket for the next session counts as waiting from the beginning of that session.
    else if (ticket.postponed && !ticket.wasCalled) expect(ticket.arrivedAt).toBeGreaterThanOrEqual(ticket.cameAt);
    // After a turn the time waited before counts on.
    else if (ticket.wasCalled) expect(ticket.arrivedAt).toBeLessThanOrEqual(ticket.cameAt);
    else expect(ticket.arrivedAt).toBe(ticket.cameAt);
    if ('calledAt' in ticket) expect(ticket.calledAt).toBeGreaterThanOrEqual(ticket.cameAt);
    if (ticket.status === 'serving') expect(ticket.startedAt).toBeGreaterThanOrEqual(ticket.calledAt);
  }
  const bookings = [...state.appointments.values()];
  expect(new Set(bookings.map(({ code }) => code)).size).toBe(bookings.length);
  const expected = bookings.filter(({ status }) => status === 'booked').map(({ order }) => order);
  const places = [...state.expected.values()].flatMap((line) => line.first(line.length).map(({ order }) => order));
  expect(places.sort()).toEqual(expected.sort());
  for (const { pace } of state.queues.values()) expect(pace?.mean ?? 0).toBeGreaterThanOrEqual(0);
  for (const event of events) {
    if ('ticketId' in event && event.ticketId !== null) expect(state.tickets.has(event.ticketId)).toBe(true);
  }
}

/**
 * No visitor is left out: after the open counters that are not paused have called all whom the rule gives them, only visitors of
 * services that none of these counters serves, stranded and postponed ones are left. Changes the state.
 */
function expectAllCalled(state: State, at: number): void {
  const calling = state.office.counters.filter(({ id }) => state.counters.get(id)?.paused === null);
  for (const counter of calling) {
    const clerkId = state.counters.get(counter.id)?.clerkId ?? '';
    const next = () => pickNext(state, state.office, counter, clerkId, at);
    for (let place = next(); place; place = next())
      changes.TicketWithdrawn(state, { ...envelope, type: 'TicketWithdrawn', ticketId: place.ticketId });
  }
  const left = waitingIn(state).filter(
    (ticket) =>
      calling.some(({ services }) => services.includes(ticket.serviceId)) &&
      (ticket.notBefore ?? 0) <= at &&
      !ticketView(state, ticket.ticketId, at)?.stranded,
  );
  expect(left).toEqual([]);
}

const envelope = { seq: 0, at: 0, by: 'system:clock', requestId: 'withdrawn' };

function expectViewsAgree(state: State, at: number): void {
  const known = new Set(state.office.services.map(({ id }) => id));
  const waiting = waitingIn(state);
  const board = boardView(state, at, health);
  expect(board.services.map(({ id, waiting: count }) => [id, count])).toEqual(
    [...known].map((id) => [id, waiting.filter(({ serviceId }) => serviceId === id).length]),
  );
  const desk = deskView(state, at, health);
  expect(desk.waitingTotal).toBe(waiting.length);
  expect(desk.waiting.map(({ id }) => id).sort()).toEqual(waiting.map(({ ticketId }) => ticketId).sort());
  const servedSomewhere = new Set(state.office.counters.flatMap(({ services }) => services));
  const strandedNumbers = waiting
    .filter(
      ({ reservedFor, serviceId, notBefore, arrivedAt }) =>
        (!isCalling(state, reservedFor) && !servedSomewhere.has(serviceId)) ||
        // For a session that set-up has removed.
        (notBefore === arrivedAt && openingAt(state.office, notBefore).state !== 'open'),
    )
    .map(({ number }) => number);
  expect(desk.stranded.count).toBe(strandedNumbers.length);
  for (const { ticketId, number } of waiting)
    expect(heldTicket(state, ticketId, at)).toMatchObject({ stranded: strandedNumbers.includes(number) });
  for (const { id } of state.office.counters) {
    const next = nextByRule(state, id, at);
    const mine = desk.waiting.find(({ id: ticketId }) => ticketId === next);
    expect(mine?.id ?? null).toBe(next);
  }
  for (const { fromMinutes, toMinutes } of kioskView(state, at, health).services.flatMap(
    ({ estimate }) => estimate ?? [],
  )) {
    expect(fromMinutes).toBeGreaterThanOrEqual(0);
    expect(toMinutes).toBeGreaterThan(fromMinutes);
  }
  for (const { ticketId } of state.tickets.values()) {
    expect(ticketView(state, ticketId, at)?.ahead ?? 0).toBeGreaterThanOrEqual(0);
  }
  for (const job of state.prints.values()) paperOf(state, job, '');
  expect(ratingView(state, at, health).visits.length).toBeLessThanOrEqual(12);
}

function expectCalledByRule({ command, events }: Outcome, expected: string | null): void {
  if (command.type !== 'CallNext') return;
  for (const event of events) if (event.type === 'TicketCalled') expect(event.ticketId).toBe(expected);
}

const strandedIn = (state: State): Set<string> =>
  new Set(
    waitingIn(state)
      .filter((ticket) => isStranded(state, ticket))
      .map(({ ticketId }) => ticketId),
  );

/** A change that was asked about its visitors leaves none of them, and no booking, without a counter that serves them. */
function expectNobodyLost(
  before: ReadonlySet<string>,
  state: State,
  { visitors }: CommandOf<'ChangeOffice'>,
  { events }: Outcome,
): void {
  if (visitors === undefined || events.length === 0) return;
  for (const id of strandedIn(state)) expect(before).toContain(id);
  const served = new Set(state.office.counters.flatMap(({ services }) => services));
  const moved = new Set(events.flatMap((event) => (event.type === 'AppointmentMoved' ? [event.appointmentId] : [])));
  for (const id of moved) expect(served).toContain(state.appointments.get(id)?.serviceId);
}

describe('a random day', () => {
  it('keeps every invariant after every command', () => {
    fc.assert(
      fc.property(steps, (days) => {
        const walk = new Walk();
        for (const step of days) {
          const command: Command = walk.command(step);
          const state = walk.state;
          const expected = 'counterId' in command ? nextByRule(state, command.counterId, command.at) : null;
          const stranded = strandedIn(state);
          const outcome = walk.take(command);
          if (command.type === 'ChangeOffice') expectNobodyLost(stranded, state, command, outcome);
          expectCalledByRule(outcome, expected);
          expectInvariants(walk.state, outcome.events, outcome.command.at);
        }
        expect(walk.events.map(({ seq }) => seq)).toEqual(walk.events.map((_, index) => index + 1));
        expectViewsAgree(walk.state, walk.day.lastAt);
        expectAllCalled(restarted(walk.events), walk.day.lastAt);
      }),
      { numRuns: RUNS },
    );
  });

  it('is the same after a replay of its events as JSON, at any point', () => {
    fc.assert(
      fc.property(steps, (days) => {
        const walk = new Walk();
        for (const step of days) {
          walk.take(walk.command(step));
          if (step.luck === 3) expect(plain(restarted(walk.events))).toEqual(plain(walk.state));
        }
        expect(plain(restarted(walk.events))).toEqual(plain(walk.state));
      }),
      { numRuns: RUNS },
    );
  });

  it('is never changed by deciding a command', () => {
    fc.assert(
      fc.property(steps, (days) => {
        const walk = new Walk();
        for (const step of days) {
          const command = walk.command(step);
          if (step.luck % 6 === 5) {
            const before = plain(walk.state);
            decide(walk.state, command);
            expect(plain(walk.state)).toEqual(before);
          }
          walk.take(command);
        }
      }),
      { numRuns: RUNS / 4 },
    );
  });

  it('contains every type of command and of fact over many runs', () => {
    const commands = new Set<string>();
    const facts = new Set<string>();
    const refusals = new Set<string>();
    for (const days of fc.sample(steps, { numRuns: 800, seed: 7 })) {
      const walk = new Walk();
      for (const step of days) {
        const { command, events, rejection } = walk.take(walk.command(step));
        commands.add(command.type);
        for (const { type } of events) facts.add(type);
        if (rejection) refusals.add(rejection.code);
      }
    }
    expect(commands.size).toBe(39);
    // All 44 types but DayOpened and TicketTakenOver, with which a day begins.
    expect(facts.size).toBe(42);
    expect(refusals.size).toBeGreaterThanOrEqual(20);
  });
});

describe('a day whose journal lost lines', () => {
  it('is replayed with the events that still fit, is closed, and the next day opens', () => {
    fc.assert(
      fc.property(steps, fc.array(fc.nat(500), { minLength: 1, maxLength: 6 }), (days, lost) => {
        const walk = new Walk();
        for (const step of days) if (step.type !== 'CloseDay') walk.take(walk.command(step));
        const gone = new Set(lost.map((index) => index % walk.events.length));
        const left = walk.events.filter((_, index) => !gone.has(index));
        if (left.length === 0) return;
        const day = emptyDay();
        day.replay(left);
        const next = emptyDay(ordinaryOffice, '2026-11-24');
        rollOver(day, next, ordinaryOffice.timeZone, time('2026-11-24 07:00'));
        expect(next.isOpened).toBe(true);
        const state = day.states.queue;
        expect(state.closed).toBe(true);
        expect([...state.tickets.values()].filter((ticket) => placeOf(ticket).length > 0)).toEqual([]);
        expect(state.counters.size).toBe(0);
      }),
      { numRuns: RUNS },
    );
  });
});
