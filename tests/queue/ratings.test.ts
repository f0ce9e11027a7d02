import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../server/queue/commands.ts';
import { anna, finished, Hall, issued, opened, pad, serving, ticket } from './given.ts';
import { ordinaryOffice } from './office.ts';

const rate = (visit: (CommandBody & { type: 'RateVisit' })['visit'], level = 5): CommandBody => ({
  type: 'RateVisit',
  visit,
  level,
  reason: null,
});
const visited = (ratingLevels: 3 | 5 = 5) =>
  new Hall({ rules: { ...ordinaryOffice.rules, ratingLevels } })
    .given('08:00', opened(1, anna), issued('A001'), issued('A002'), issued('A003'))
    .given('08:10', ...serving('A001', 1), finished('A001', 1), ...serving('A002', 1), finished('A002', 1));

describe('a rating', () => {
  it('names its visit by ticket id or by ticket number', () => {
    const vote = { type: 'VisitRated', ticketId: ticket('A001'), level: 5, reason: null } as const;
    visited()
      .when('08:20', rate({ ticketId: ticket('A001') }), pad)
      .gives(vote);
    visited()
      .when('08:20', rate({ number: 'A001' }), pad)
      .gives(vote);
  });

  it('is recorded with its reason', () => {
    visited()
      .when('08:20', { type: 'RateVisit', visit: { number: 'A001' }, level: 1, reason: 'waiting' }, pad)
      .gives({ type: 'VisitRated', level: 1, reason: 'waiting' });
  });

  it('is counted per level, or as anonymous without a ticket', () => {
    const hall = visited();
    hall.execute('08:20:00', rate({ number: 'A001' }, 2), pad);
    hall.execute('08:20:10', rate(null, 5), pad);
    hall.execute('08:20:20', rate({ number: 'A002' }, 4), pad);
    expect(hall.state.ratings).toMatchObject({ levels: [0, 1, 0, 1, 0], anonymous: 1 });
  });

  it('is refused for a visit that is rated already, from any pad', () => {
    const hall = visited();
    hall.execute('08:20', rate({ number: 'A001' }), pad);
    hall
      .when('08:30', rate({ ticketId: ticket('A001') }), { kind: 'device', id: 'other' })
      .isRefused({ code: 'AlreadyRated', number: 'A001' });
  });

  it('is refused for an unknown ticket or number, and before the visit is finished', () => {
    visited()
      .when('08:20', rate({ number: 'B001' }), pad)
      .isRefused({ code: 'UnknownTicket' });
    visited()
      .when('08:20', rate({ ticketId: 'nobody' }), pad)
      .isRefused({ code: 'UnknownTicket' });
    visited()
      .when('08:20', rate({ number: 'A003' }), pad)
      .isRefused({ code: 'WrongState', number: 'A003', ticketStatus: 'waiting' });
  });

  it('is refused within the interval after a vote of the same pad, but accepted from another pad', () => {
    const hall = visited();
    hall.execute('08:20:00', rate(null), pad);
    hall.when('08:20:03', rate({ number: 'A001' }), pad).isRefused({ code: 'RatedTooSoon', retryInSeconds: 7 });
    hall.when('08:20:03', rate({ number: 'A001' }), { kind: 'device', id: 'other' }).gives({ type: 'VisitRated' });
    hall.when('08:20:10', rate({ number: 'A001' }), pad).gives({ type: 'VisitRated' });
  });

  it.each([
    [5, 6],
    [5, 0],
    [5, 2.5],
    [3, 4],
    [3, -1],
  ] as const)('is refused in an office with %i levels at level %d', (levels, level) => {
    visited(levels).when('08:20', rate(null, level), pad).isRefused({ code: 'UnknownLevel', levels });
  });
});
