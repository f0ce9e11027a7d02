// Visitors with appointments and walk-ins at the same counters: the guarantees of the calling rule for walk-ins.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../server/queue/commands.ts';
import type { Fact } from '../../server/queue/events.ts';
import type { Ticket } from '../../server/queue/state.ts';
import { REGULAR } from '../../shared/office/office.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';
import { anna, Hall, kiosk, opened } from './given.ts';
import { ordinaryOffice, time } from './office.ts';

const OPENS = time('07:30');
const HEAD_START = ordinaryOffice.rules.appointmentHeadStartMinutes * MINUTE;
const SLOT = 30 * MINUTE;
const PER_SLOT = 2;
const clock = (at: EpochMs) => new Date(at + 7 * 60 * MINUTE).toISOString().slice(0, 19).replace('T', ' ');

interface Visitor {
  comesAt: EpochMs;
  arrive(hall: Hall, at: string): void;
}

const weightOf = ({ classId }: Ticket) => (classId === REGULAR ? 1 : 2);

const walkIns = fc.array(fc.record({ afterSeconds: fc.nat(280), priority: fc.boolean() }), {
  minLength: 10,
  maxLength: 50,
});
/** For every place of the morning, all booked: by how many minutes the visitor comes early or late; null for one who does not come. */
const punctuality = fc.array(fc.option(fc.integer({ min: -60, max: 25 }), { freq: 5 }), {
  minLength: 14,
  maxLength: 14,
});
const services = fc.array(fc.integer({ min: 120, max: 700 }), { minLength: 64, maxLength: 64 });

function walkInsOf(list: readonly { afterSeconds: number; priority: boolean }[]): Visitor[] {
  let comesAt = OPENS;
  return list.map(({ afterSeconds, priority }, index) => {
    comesAt += afterSeconds * 1000;
    const classId = priority ? 'elderly' : REGULAR;
    const body: CommandBody = {
      type: 'IssueTicket',
      ticketId: `walk-in-${index}`,
      serviceId: 'civil',
      classId,
      dossiers: 1,
    };
    return { comesAt, arrive: (hall, at) => void hall.execute(at, body, kiosk) };
  });
}

function bookedOf(hall: Hall, list: readonly (number | null)[]): Visitor[] {
  return list.flatMap((minutes, index) => {
    const startsAt = OPENS + (1 + Math.floor(index / PER_SLOT)) * SLOT;
    const code = String(100_000 + index);
    const booking = { appointmentId: code, code, serviceId: 'civil', startsAt, endsAt: startsAt + SLOT };
    hall.given('07:00', { type: 'AppointmentBooked', ...booking } satisfies Fact);
    const body: CommandBody = { type: 'CheckIn', code, ticketId: `booked-${code}`, classId: REGULAR };
    const arrive = (into: Hall, at: string) => void into.execute(at, body, kiosk);
    return minutes === null ? [] : [{ comesAt: Math.max(OPENS, startsAt + minutes * MINUTE), arrive }];
  });
}

/** A morning with one clerk and more work than one clerk can do. `check` gets each called ticket with the tickets that go on waiting. */
function simulateMorning(
  visitors: Visitor[],
  hall: Hall,
  seconds: readonly number[],
  check: (called: Ticket, waiting: Ticket[], at: EpochMs) => void,
): void {
  const expected = visitors.sort((a, b) => a.comesAt - b.comesAt);
  let free = OPENS;
  for (const service of seconds) {
    for (let next = expected[0]; next && next.comesAt <= free; next = expected[0]) {
      next.arrive(hall, clock(next.comesAt));
      expected.shift();
    }
    const number = hall.next(clock(free), 1);
    const called = number === null ? undefined : hall.state.tickets.get(hall.state.byNumber.get(number) ?? '');
    if (called) {
      const others = [...hall.state.tickets.values()].filter(({ status }) => status === 'waiting');
      check(
        called,
        others.filter(({ ticketId }) => ticketId !== called.ticketId),
        free,
      );
      const at = { ticketId: called.ticketId, counterId: 'c1' };
      hall.given(clock(free), { type: 'TicketCalled', ...at, reason: null }, { type: 'ServingStarted', ...at });
      hall.given(clock(free), { type: 'TicketFinished', ...at });
    }
    free += service * 1000;
  }
}

describe('with every place of the morning booked and more work than the clerk can do', () => {
  const morning = (check: (called: Ticket, waiting: Ticket[], at: EpochMs) => void) =>
    fc.assert(
      fc.property(walkIns, punctuality, services, (walking, booked, seconds) => {
        const hall = new Hall().given('07:00', opened(1, anna));
        const visitors = [...walkInsOf(walking), ...bookedOf(hall, booked)];
        simulateMorning(visitors, hall, seconds, check);
      }),
      { numRuns: 100 },
    );

  it('never lets a booked visitor overtake a walk-in of the same class who came earlier by more than the head start', () => {
    let overtaken = 0;
    morning((called, waiting) => {
      if (called.appointmentAt === null) return;
      for (const other of waiting) {
        if (other.appointmentAt !== null || other.classId !== called.classId) continue;
        expect(called.cameAt - other.cameAt).toBeLessThanOrEqual(HEAD_START);
        if (called.cameAt > other.cameAt) overtaken += 1;
      }
    });
    // Booked visitors do overtake some walk-ins.
    expect(overtaken).toBeGreaterThan(0);
  });

  it('lets no ticket starve: the called ticket scores at least as much as each that goes on waiting', () => {
    morning((called, waiting, at) => {
      const counted = (ticket: Ticket) => at - ticket.arrivedAt;
      for (const other of waiting) {
        if (counted(called) < 0) {
          // Called before the own arrival time: no other visitor has waited at all.
          expect(counted(other)).toBeLessThanOrEqual(0);
          continue;
        }
        expect(weightOf(other) * counted(other)).toBeLessThanOrEqual(weightOf(called) * counted(called));
      }
    });
  });
});
