// Every command in every situation of a ticket, as one table.
import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../server/queue/commands.ts';
import type { EventType, Fact } from '../../server/queue/events.ts';
import type { RejectionCode } from '../../shared/protocol/rejections.ts';
import type { TicketStatus } from '../../shared/protocol/views/common.ts';
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

/** The facts after the issue that bring ticket A001 into each situation. */
const histories: Record<TicketStatus, Fact[]> = {
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
/** The outcome of a command in each situation in which A001 is at no counter. */
const awayFromCounter = (outcome: Outcome, others: Partial<Record<TicketStatus, Outcome>> = {}) =>
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
    { ...awayFromCounter('NobodyWaiting', { waiting: 'TicketCalled' }), called: 'CounterBusy', serving: 'CounterBusy' },
  ],
  [
    { type: 'CallTicket', counterId, ticketId, reason: 'Có hẹn' },
    { ...awayFromCounter('WrongState', { waiting: 'TicketCalled' }), called: 'CounterBusy', serving: 'CounterBusy' },
  ],
  [
    { type: 'RecallTicket', counterId },
    { ...awayFromCounter('NobodyAtCounter'), called: 'TicketRecalled', serving: 'WrongState' },
  ],
  [
    { type: 'StartServing', counterId },
    { ...awayFromCounter('NobodyAtCounter'), called: 'ServingStarted', serving: 'WrongState' },
  ],
  [
    { type: 'FinishTicket', counterId },
    { ...awayFromCounter('NobodyAtCounter'), called: 'WrongState', serving: 'TicketFinished' },
  ],
  [
    { type: 'MissTicket', counterId },
    { ...awayFromCounter('NobodyAtCounter'), called: 'TicketMissed', serving: 'WrongState' },
  ],
  [
    { type: 'SendAway', counterId },
    { ...awayFromCounter('NobodyAtCounter'), called: 'WrongState', serving: 'TicketSentAway' },
  ],
  [
    { type: 'TransferTicket', counterId, serviceId: 'social' },
    { ...awayFromCounter('NobodyAtCounter'), called: 'WrongState', serving: 'TicketTransferred' },
  ],
  [
    { type: 'ReturnTicket', ticketId },
    {
      ...awayFromCounter('WrongState', { missed: 'TicketReturned', away: 'TicketReturned' }),
      called: 'WrongState',
      serving: 'WrongState',
    },
  ],
  [
    { type: 'WithdrawTicket', ticketId },
    { ...awayFromCounter('WrongState', { waiting: 'TicketWithdrawn' }), called: 'WrongState', serving: 'WrongState' },
  ],
  [
    { type: 'RateVisit', voteId: 'vote-1', visit: { ticketId }, level: 5, reason: null },
    { ...awayFromCounter('WrongState', { done: 'VisitRated' }), called: 'WrongState', serving: 'WrongState' },
  ],
  [
    { type: 'ReprintTicket', ticketId },
    { ...awayFromCounter('ReprintRequested'), called: 'ReprintRequested', serving: 'ReprintRequested' },
  ],
  [
    { type: 'PauseCounter', counterId, reason: 'Họp', minutes: null },
    { ...awayFromCounter('CounterPaused'), called: 'CounterBusy', serving: 'CounterBusy' },
  ],
  [
    { type: 'CloseCounter', counterId },
    { ...awayFromCounter('CounterClosed'), called: 'CounterBusy', serving: 'CounterBusy' },
  ],
];
const cases = table.flatMap(([body, outcomes]) =>
  Object.entries(outcomes).map(([status, outcome]) => ({ body, type: body.type, status, outcome })),
);

const hallWith = (status: string) =>
  new Hall()
    .given('08:00', opened(1, anna), issued('A001'))
    .given('08:10', ...(Object.entries(histories).find(([name]) => name === status)?.[1] ?? []));

describe('a ticket', () => {
  it.each(Object.keys(histories))('has the status %s after the facts that lead to it', (status) => {
    expect(hallWith(status).state.tickets.get(ticketId)?.status).toBe(status);
  });

  it.each(cases)('answers $type with $outcome while it is $status', ({ body, status, outcome }) => {
    const { decision } = hallWith(status).when('08:20', body);
    expect(decision.ok ? decision.facts.map(({ type }) => type) : [decision.rejection.code]).toEqual([outcome]);
    if (!decision.ok && decision.rejection.code === 'WrongState') {
      expect(decision.rejection).toEqual({ code: 'WrongState', number: 'A001', ticketStatus: status });
    }
  });

  const atCounters = table.map(([body]) => body).filter((body) => 'counterId' in body);
  it.each(atCounters)('cannot be changed by $type at a closed, unknown or another clerk’s counter', (body) => {
    const hall = new Hall().given('08:00', issued('A001'));
    hall.when('08:20', body).isRefused({ code: 'CounterClosed' });
    hall.when('08:20', { ...body, counterId: 'c9' }).isRefused({ code: 'UnknownCounter' });
    hall.given('08:25', opened(1, binh));
    hall.when('08:30', body).isRefused({ code: 'NotYourCounter' });
    hall.when('08:30', body, kiosk).isRefused({ code: 'SignInRequired' });
  });
});
