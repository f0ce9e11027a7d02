import { expect, test } from 'vitest';
import { counterOf, lineAt, nextAt } from '../../desk/counter/line.ts';
import type { CounterView, WaitingTicket } from '../../shared/protocol/views/desk.ts';

const me = { id: 'u1', name: 'Hương', role: 'clerk' } as const;

function waiting(number: string, serviceId: string, reservedFor: string | null = null): WaitingTicket {
  const ticket = { id: number, number, serviceId, classId: 'regular', classConfirmed: true, dossiers: 1, arrivedAt: 0 };
  return { ...ticket, appointmentAt: null, reservedFor, notBefore: null };
}

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
  const view = { me, waiting: [waiting('B001', 'b'), waiting('A002', 'a'), waiting('A001', 'a')] };
  expect(lineAt(view, { services: ['a'] }).map(({ number }) => number)).toEqual(['A002', 'A001']);
});

test('a visitor who comes back to this clerk is first in the line, for any service', () => {
  const view = { me, waiting: [waiting('A001', 'a'), waiting('B001', 'b', 'u1')] };
  expect(lineAt(view, { services: ['a'] }).map(({ number }) => number)).toEqual(['B001', 'A001']);
});

test('a visitor who comes back to another clerk is not in the line', () => {
  const view = { me, waiting: [waiting('A001', 'a', 'u2')] };
  expect(lineAt(view, { services: ['a'] })).toEqual([]);
});

test('a visitor who asked to be called later is not next before that time', () => {
  const later = { ...waiting('A001', 'a'), notBefore: 900 };
  const view = { me, waiting: [later, waiting('A002', 'a')] };
  expect(nextAt(view, { services: ['a'] }, 899)?.number).toBe('A002');
  expect(nextAt(view, { services: ['a'] }, 900)?.number).toBe('A001');
  expect(nextAt({ me, waiting: [later] }, { services: ['a'] }, 899)).toBeNull();
});

test('the counter of a clerk is found in the view', () => {
  expect(counterOf({ me, counters: [counter('c1', 'u2'), counter('c2', 'u1')] })?.id).toBe('c2');
  expect(counterOf({ me, counters: [counter('c1', 'u2'), counter('c2', null)] })).toBeNull();
});
