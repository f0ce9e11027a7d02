import { describe, expect, test } from 'vitest';
import { counterOf, inOrder, lineAt, nextAt, reasonOf } from '../../desk/counter/line.ts';
import type { CounterView, WaitingTicket } from '../../shared/protocol/views/desk.ts';
import { MINUTE } from '../../shared/time.ts';

const me = { id: 'u1', name: 'Hương', role: 'clerk' } as const;
const name = { vi: '', en: '' };
const classes = [
  { id: 'regular', name, weight: 1 },
  { id: 'elderly', name, weight: 2 },
];
const A = { services: ['a'] };

/** Since which minute the visitor waits; `changes` for all that is not usual. */
function waiting(number: string, since = 0, changes: Partial<WaitingTicket> = {}): WaitingTicket {
  return {
    id: number,
    number,
    serviceId: number.charAt(0).toLowerCase(),
    classId: 'regular',
    classConfirmed: true,
    dossiers: 1,
    arrivedAt: since * MINUTE,
    countsFrom: since * MINUTE,
    appointmentAt: null,
    reservedFor: null,
    notBefore: null,
    ...changes,
  };
}

const officeWith = (...tickets: WaitingTicket[]) => ({ me, classes, waiting: tickets });
const numbers = (tickets: WaitingTicket[]) => tickets.map(({ number }) => number);

function counter(id: string, clerkId: string | null): CounterView {
  const clerk = clerkId === null ? null : { id: clerkId, name: clerkId };
  const state = clerk ? 'open' : 'closed';
  return {
    id,
    number: 1,
    services: ['a'],
    state,
    clerk,
    pauseReason: null,
    pausedUntil: null,
    current: null,
    waiting: 0,
  };
}

test('the line of a counter has the tickets of its services in the order of the office', () => {
  const view = officeWith(waiting('B001'), waiting('A002'), waiting('A001'));
  expect(numbers(lineAt(view, A, 0))).toEqual(['A002', 'A001']);
});

test('a visitor who comes back to this clerk is first in the line, for any service', () => {
  const view = officeWith(waiting('B001', 5, { reservedFor: 'u1' }), waiting('A001'));
  expect(numbers(lineAt(view, A, 0))).toEqual(['B001', 'A001']);
});

test('a visitor who comes back to another clerk is not in the line', () => {
  const view = officeWith(waiting('A001', 0, { reservedFor: 'u2' }));
  expect(lineAt(view, A, 0)).toEqual([]);
});

test('a visitor who asked to be called later is not next before that time', () => {
  const later = waiting('A001', 0, { notBefore: 900 });
  const view = officeWith(waiting('A002', 1), later);
  expect(nextAt(view, A, 899)?.number).toBe('A002');
  expect(nextAt(view, A, 900)?.number).toBe('A001');
  expect(nextAt(officeWith(later), A, 899)).toBeNull();
});

test('a priority ticket is next from the moment its score is higher, without a new view', () => {
  const view = officeWith(waiting('A001', 0), waiting('A002', 10, { classId: 'elderly' }));
  expect(nextAt(view, A, 20 * MINUTE)?.number).toBe('A001');
  expect(nextAt(view, A, 20 * MINUTE + 1)?.number).toBe('A002');
  expect(numbers(inOrder(view, 21 * MINUTE))).toEqual(['A002', 'A001']);
});

describe('the reason why a ticket is next', () => {
  const reason = (minute: number, ...tickets: WaitingTicket[]) => {
    const view = officeWith(...tickets);
    return reasonOf(view, lineAt(view, A, minute * MINUTE), minute * MINUTE);
  };
  const elderly = waiting('A012', 6, { classId: 'elderly' });

  test('is the weight of its class where it overtakes a longer wait', () => {
    const rival = { number: 'A023', score: 14 };
    expect(reason(14.5, elderly, waiting('A023', 0))).toEqual({
      kind: 'priority',
      minutes: 8,
      weight: 2,
      score: 16,
      rival,
    });
  });

  test('is the wait where it is the longest, compared with the best ticket of a higher weight', () => {
    expect(reason(11, waiting('A023', 0), elderly)).toEqual({
      kind: 'longest',
      minutes: 11,
      rival: { number: 'A012', score: 10 },
    });
    expect(reason(11, waiting('A023', 0))).toEqual({ kind: 'longest', minutes: 11, rival: null });
    expect(reason(11, elderly)).toEqual({ kind: 'longest', minutes: 5, rival: null });
  });

  test('is the appointment where that counts as waiting', () => {
    const booked = waiting('A005', 40, { countsFrom: 10 * MINUTE, appointmentAt: 40 * MINUTE });
    expect(reason(41, waiting('A023', 30), booked)).toEqual({ kind: 'appointment', minutes: 31 });
  });

  test('is the return to this clerk, and there is none for an empty line', () => {
    expect(reason(20, waiting('B001', 15, { reservedFor: 'u1' }), waiting('A001'))).toEqual({ kind: 'returned' });
    expect(reason(20)).toBeNull();
    expect(reason(20, waiting('A001', 0, { notBefore: 21 * MINUTE }))).toBeNull();
  });
});

test('the counter of a clerk is found in the view', () => {
  expect(counterOf({ me, counters: [counter('c1', 'u2'), counter('c2', 'u1')] })?.id).toBe('c2');
  expect(counterOf({ me, counters: [counter('c1', 'u2'), counter('c2', null)] })).toBeNull();
});
