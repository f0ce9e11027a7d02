import { describe, expect, it } from 'vitest';
import type { Actor, Command, Order } from '../../server/queue/commands.ts';
import { evolve } from '../../server/queue/evolve.ts';
import { answered } from '../../server/queue/idempotency.ts';
import { initialState } from '../../server/queue/state.ts';
import { REGULAR } from '../../shared/office/office.ts';
import { anna, binh, clock, finished, Hall, issued, kiosk, opened, pad, serving, ticket } from './given.ts';
import { TODAY, time } from './office.ts';

const asked = (order: Order, requestId: string, actor: Actor = anna): Command => ({
  ...order,
  requestId,
  actor,
  at: time('09:00'),
});

const REUSED = { ok: false, rejection: { code: 'RequestIdReused' } };

const take = (change: Partial<Order & { type: 'IssueTicket' }>): Order => ({
  type: 'IssueTicket',
  ticketId: 'first-try',
  serviceId: 'civil',
  classId: REGULAR,
  dossiers: 1,
  ...change,
});
const vote = (visit: (Order & { type: 'RateVisit' })['visit'], level = 5): Order => ({
  type: 'RateVisit',
  visit,
  level,
  reason: null,
});
/** As a door sends it when it is asked a second time. */
const again = (order: Order): Order => (order.type === 'IssueTicket' ? { ...order, ticketId: 'second-try' } : order);

describe('a request id', () => {
  it('that is new has no answer yet', () => {
    expect(answered(new Hall().state, asked({ type: 'CallNext', counterId: 'c1' }, 'press-1'))).toBeNull();
  });

  it('that comes again gets all its facts again, also after a replay', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'), ...serving('A001', 1));
    const facts = hall.does('17:30', { type: 'CloseDay' }, clock);
    expect(facts.length).toBeGreaterThan(1);
    const replayed = initialState(TODAY);
    for (const event of hall.events) evolve(replayed, event);
    const requestId = hall.events.at(-1)?.requestId ?? '';
    for (const state of [hall.state, replayed]) {
      expect(answered(state, asked({ type: 'CloseDay' }, requestId, clock))).toEqual({
        ok: true,
        value: hall.events.slice(-facts.length),
      });
    }
  });

  it('that was used for something else, or by somebody else, is refused', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'));
    hall.does('08:01', { type: 'CallNext', counterId: 'c1' });
    const requestId = hall.events.at(-1)?.requestId ?? '';
    expect(answered(hall.state, asked({ type: 'StartServing', counterId: 'c1' }, requestId))).toEqual(REUSED);
    expect(answered(hall.state, asked({ type: 'CallNext', counterId: 'c1' }, requestId, binh))).toEqual(REUSED);
    expect(answered(hall.state, asked({ type: 'CallNext', counterId: 'c1' }, requestId))).toMatchObject({ ok: true });
  });

  it.each<[string, Order, Order, Actor]>([
    ['service', take({}), take({ serviceId: 'land' }), kiosk],
    ['ticket class', take({}), take({ classId: 'elderly' }), kiosk],
    ['number of dossiers', take({}), take({ dossiers: 4 }), kiosk],
    ['counter', { type: 'OpenCounter', counterId: 'c2' }, { type: 'OpenCounter', counterId: 'c3' }, binh],
    ['level', vote(null, 5), vote(null, 1), pad],
    ['visit', vote({ number: 'A001' }), vote({ number: 'A002' }), pad],
    ['visit, now without one', vote({ ticketId: ticket('A001') }), vote(null), pad],
  ])('that comes again with another %s is refused', (_, order, other, actor) => {
    const hall = new Hall()
      .given('08:00', opened(1, anna), issued('A001'), issued('A002'))
      .given('08:10', ...serving('A001', 1), finished('A001', 1));
    hall.does('08:30', order, actor);
    const requestId = hall.events.at(-1)?.requestId ?? '';
    expect(answered(hall.state, asked(other, requestId, actor))).toEqual(REUSED);
    expect(answered(hall.state, asked(again(order), requestId, actor))).toMatchObject({ ok: true });
  });

  it('for a vote is the same by the number of a ticket and by its id', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'), ...serving('A001', 1), finished('A001', 1));
    hall.does('08:30', vote({ number: 'A001' }), pad);
    const requestId = hall.events.at(-1)?.requestId ?? '';
    expect(answered(hall.state, asked(vote({ ticketId: ticket('A001') }), requestId, pad))).toMatchObject({ ok: true });
  });
});
