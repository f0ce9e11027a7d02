import { describe, expect, it } from 'vitest';
import { answered } from '../../server/queue/answered.ts';
import type { Actor, Command, Order } from '../../server/queue/commands.ts';
import { evolve } from '../../server/queue/evolve.ts';
import { initialState } from '../../server/queue/state.ts';
import { anna, binh, clock, Hall, issued, opened, serving } from './given.ts';
import { TODAY, time } from './office.ts';

const asked = (order: Order, requestId: string, actor: Actor = anna): Command => ({
  ...order,
  requestId,
  actor,
  at: time('09:00'),
});

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
    const refused = { ok: false, rejection: { code: 'RequestIdReused' } };
    expect(answered(hall.state, asked({ type: 'StartServing', counterId: 'c1' }, requestId))).toEqual(refused);
    expect(answered(hall.state, asked({ type: 'CallNext', counterId: 'c1' }, requestId, binh))).toEqual(refused);
    expect(answered(hall.state, asked({ type: 'CallNext', counterId: 'c1' }, requestId))).toMatchObject({ ok: true });
  });
});
