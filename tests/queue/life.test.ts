// Every order against every situation of a ticket: the whole life of a ticket in one table.
import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../server/queue/commands.ts';
import type { EventType, Fact } from '../../server/queue/events.ts';
import type { RejectionCode } from '../../shared/protocol/rejections.ts';
import type { TicketStatus } from '../../shared/protocol/views/hall.ts';
import {
  anna,
  binh,
  called,
  expired,
  finished,
  Hall,
  issued,
  kiosk,
  missed,
  opened,
  sentAway,
  serving,
  ticket,
  withdrawn,
} from './given.ts';

const lives: Record<TicketStatus, Fact[]> = {
  waiting: [],
  called: [called('A001', 1)],
  serving: serving('A001', 1),
  done: [...serving('A001', 1), finished('A001', 1)],
  missed: [called('A001', 1), missed('A001', 1)],
  away: [...serving('A001', 1), sentAway('A001', 1, anna, '09:00')],
  withdrawn: [withdrawn('A001')],
  expired: [expired('A001')],
};

const counterId = 'c1';
const ticketId = ticket('A001');
type Outcome = EventType | RejectionCode;
/** What an order leads to while A001 is at no counter. */
const apart = (outcome: Outcome, others: Partial<Record<TicketStatus, Outcome>> = {}) =>
  ({
    waiting: outcome,
    done: outcome,
    missed: outcome,
    away: outcome,
    withdrawn: outcome,
    expired: outcome,
    ...others,
  }) as Record<Exclude<TicketStatus, 'called' | 'serving'>, Outcome>;

const table: [CommandBody, Record<TicketStatus, Outcome>][] = [
  [
    { type: 'CallNext', counterId },
    { ...apart('NobodyWaiting', { waiting: 'TicketCalled' }), called: 'CounterBusy', serving: 'CounterBusy' },
  ],
  [
    { type: 'CallTicket', counterId, ticketId, reason: 'Có hẹn' },
    { ...apart('WrongState', { waiting: 'TicketCalled' }), called: 'CounterBusy', serving: 'CounterBusy' },
  ],
  [
    { type: 'RecallTicket', counterId },
    { ...apart('NobodyAtCounter'), called: 'TicketRecalled', serving: 'WrongState' },
  ],
  [
    { type: 'StartServing', counterId },
    { ...apart('NobodyAtCounter'), called: 'ServingStarted', serving: 'WrongState' },
  ],
  [
    { type: 'FinishTicket', counterId },
    { ...apart('NobodyAtCounter'), called: 'WrongState', serving: 'TicketFinished' },
  ],
  [
    { type: 'MissTicket', counterId },
    { ...apart('NobodyAtCounter'), called: 'TicketMissed', serving: 'WrongState' },
  ],
  [
    { type: 'SendAway', counterId },
    { ...apart('NobodyAtCounter'), called: 'WrongState', serving: 'TicketSentAway' },
  ],
  [
    { type: 'TransferTicket', counterId, serviceId: 'social' },
    { ...apart('NobodyAtCounter'), called: 'WrongState', serving: 'TicketTransferred' },
  ],
  [
    { type: 'ReturnTicket', ticketId },
    {
      ...apart('WrongState', { missed: 'TicketReturned', away: 'TicketReturned' }),
      called: 'WrongState',
      serving: 'WrongState',
    },
  ],
  [
    { type: 'WithdrawTicket', ticketId },
    { ...apart('WrongState', { waiting: 'TicketWithdrawn' }), called: 'WrongState', serving: 'WrongState' },
  ],
  [
    { type: 'RateVisit', visit: { ticketId }, level: 5, reason: null },
    { ...apart('WrongState', { done: 'VisitRated' }), called: 'WrongState', serving: 'WrongState' },
  ],
  [
    { type: 'ReprintTicket', ticketId },
    { ...apart('ReprintRequested'), called: 'ReprintRequested', serving: 'ReprintRequested' },
  ],
  [
    { type: 'PauseCounter', counterId, reason: 'Họp', minutes: null },
    { ...apart('CounterPaused'), called: 'CounterBusy', serving: 'CounterBusy' },
  ],
  [
    { type: 'CloseCounter', counterId },
    { ...apart('CounterClosed'), called: 'CounterBusy', serving: 'CounterBusy' },
  ],
];
const cases = table.flatMap(([order, outcomes]) =>
  Object.entries(outcomes).map(([status, outcome]) => ({ order, type: order.type, status, outcome })),
);

const hallWith = (status: string) =>
  new Hall()
    .given('08:00', opened(1, anna), issued('A001'))
    .given('08:10', ...(Object.entries(lives).find(([name]) => name === status)?.[1] ?? []));

describe('a ticket', () => {
  it.each(Object.keys(lives))('is %s after the facts that make it so', (status) => {
    expect(hallWith(status).state.tickets.get(ticketId)?.status).toBe(status);
  });

  it.each(cases)('that is $status meets $type: $outcome', ({ order, status, outcome }) => {
    const { decision } = hallWith(status).when('08:20', order);
    expect(decision.ok ? decision.facts.map(({ type }) => type) : [decision.rejection.code]).toEqual([outcome]);
    if (!decision.ok && decision.rejection.code === 'WrongState') {
      expect(decision.rejection).toEqual({ code: 'WrongState', number: 'A001', ticketStatus: status });
    }
  });

  const atCounters = table.map(([order]) => order).filter((order) => 'counterId' in order);
  it.each(atCounters)('is not reached by $type at a closed, unknown or another clerk’s counter', (order) => {
    const hall = new Hall().given('08:00', issued('A001'));
    hall.when('08:20', order).isRefused({ code: 'CounterClosed' });
    hall.when('08:20', { ...order, counterId: 'c9' }).isRefused({ code: 'UnknownCounter' });
    hall.given('08:25', opened(1, binh));
    hall.when('08:30', order).isRefused({ code: 'NotYourCounter' });
    hall.when('08:30', order, kiosk).isRefused({ code: 'SignInRequired' });
  });
});
