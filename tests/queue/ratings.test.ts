import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../server/queue/commands.ts';
import { votesApart } from '../../server/queue/views/desk.ts';
import { anna, finished, Hall, issued, opened, pad, serving, ticket } from './given.ts';
import { ordinaryOffice } from './office.ts';

type Visit = (CommandBody & { type: 'RateVisit' })['visit'];

let votes = 0;
/** A vote; one with the `voteId` of an earlier vote changes that. */
const rate = (visit: Visit, level = 5, voteId = `vote-${++votes}`): CommandBody => ({
  type: 'RateVisit',
  voteId,
  visit,
  level,
  reason: null,
});
const NONE = [0, 0, 0, 0, 0];
const visited = (ratingLevels: 3 | 5 = 5) =>
  new Hall({ rules: { ...ordinaryOffice.rules, ratingLevels } })
    .given('08:00', opened(1, anna), issued('A001'), issued('A002'), issued('A003'))
    .given('08:10', ...serving('A001', 1), finished('A001', 1), ...serving('A002', 1), finished('A002', 1));

describe('a rating', () => {
  it('names its visit by ticket id or by ticket number', () => {
    const vote = { type: 'VisitRated', ticketId: ticket('A001'), level: 5, reason: null, counted: 'figure' } as const;
    visited()
      .when('08:20', rate({ ticketId: ticket('A001') }), pad)
      .gives(vote);
    visited()
      .when('08:20', rate({ number: 'A001' }), pad)
      .gives(vote);
  });

  it('is recorded with its reason', () => {
    visited()
      .when(
        '08:20',
        { type: 'RateVisit', voteId: 'vote-1', visit: { number: 'A001' }, level: 1, reason: 'waiting' },
        pad,
      )
      .gives({ type: 'VisitRated', level: 1, reason: 'waiting' });
  });

  it('is counted per level, with a ticket or without one', () => {
    const hall = visited();
    hall.execute('08:20:00', rate({ number: 'A001' }, 2), pad);
    hall.execute('08:20:10', rate(null, 5), pad);
    expect(hall.state.ratings).toMatchObject({ levels: [0, 1, 0, 0, 1], apart: NONE, anonymous: 0 });
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

describe('a vote without a number', () => {
  it('counts in the figure while visits of the last 15 minutes are without a vote, and is kept apart after that', () => {
    const hall = visited();
    for (const second of ['00', '10', '20']) hall.execute(`08:20:${second}`, rate(null, 4), pad);
    expect(hall.state.ratings).toMatchObject({ levels: [0, 0, 0, 2, 0], apart: [0, 0, 0, 1, 0], anonymous: 0 });
    expect(votesApart(hall.state)).toEqual([0, 0, 0, 1, 0]);
  });

  it('counts for a visit that was finished 14 minutes ago, not for one of 15 minutes ago', () => {
    visited().when('08:24:59', rate(null), pad).gives({ counted: 'figure' });
    visited().when('08:25', rate(null), pad).gives({ counted: 'apart' });
  });

  it('counts for the earliest visit without a vote, so that slow hours lose none', () => {
    const hall = visited();
    hall.execute('08:20', rate(null), pad);
    hall.execute('08:24', rate(null), pad);
    hall.given('08:30', ...serving('A003', 1), finished('A003', 1));
    hall.when('08:38', rate(null), pad).gives({ counted: 'figure' });
  });

  it('does not count for a visit that is rated by its number', () => {
    const hall = visited();
    hall.execute('08:20:00', rate({ number: 'A001' }), pad);
    hall.execute('08:20:10', rate({ number: 'A002' }), pad);
    hall.when('08:20:20', rate(null), pad).gives({ counted: 'apart' });
  });

  it('becomes the vote of a ticket when its number is given, and counts once', () => {
    const hall = visited();
    hall.execute('08:20:00', rate(null, 2, 'press'), pad);
    hall.execute('08:20:02', rate({ number: 'A001' }, 2, 'press'), pad);
    expect(hall.state.ratings).toMatchObject({ levels: [0, 1, 0, 0, 0], apart: NONE });
    hall.when('08:30', rate({ number: 'A001' }), pad).isRefused({ code: 'AlreadyRated', number: 'A001' });
    hall.when('08:20:12', rate(null), pad).gives({ counted: 'figure' });
  });

  it('counts in the figure once its number is given, although it was kept apart', () => {
    const hall = visited();
    for (const id of ['a', 'b', 'c'])
      hall.execute(`08:20:${{ a: '00', b: '10', c: '20' }[id]}`, rate(null, 1, id), pad);
    hall.execute('08:20:25', rate({ number: 'A001' }, 1, 'c'), pad);
    expect(hall.state.ratings).toMatchObject({ levels: [3, 0, 0, 0, 0], apart: NONE });
  });
});

describe('a vote that is changed', () => {
  const change = (hall: Hall, at: string, body: CommandBody) => hall.execute(at, body, pad);

  it('is given a reason at once, within the interval of the pad, and stays where it counts', () => {
    const hall = visited();
    change(hall, '08:20:00', rate(null, 2, 'press'));
    const reason: CommandBody = { type: 'RateVisit', voteId: 'press', visit: null, level: 2, reason: 'other' };
    hall.when('08:20:01', reason, pad).gives({ type: 'VoteChanged', reason: 'other', counted: 'figure' });
  });

  it('is taken back, counts nowhere then, and counts once when it is given again', () => {
    const hall = visited();
    change(hall, '08:20:00', rate({ number: 'A001' }, 1, 'press'));
    change(hall, '08:20:02', { type: 'TakeBackVote', voteId: 'press' });
    expect(hall.state.ratings).toMatchObject({ levels: NONE, apart: NONE });
    expect(hall.state.tickets.get(ticket('A001'))).toMatchObject({ rated: false });
    hall.when('08:20:03', { type: 'TakeBackVote', voteId: 'press' }, pad).gives();
    change(hall, '08:20:04', rate({ number: 'A001' }, 5, 'press'));
    expect(hall.state.ratings).toMatchObject({ levels: [0, 0, 0, 0, 1], apart: NONE });
  });

  it('frees the ticket that it had when it gets the number of another one', () => {
    const hall = visited();
    change(hall, '08:20:00', rate({ number: 'A001' }, 3, 'press'));
    change(hall, '08:20:05', rate({ number: 'A002' }, 3, 'press'));
    expect(hall.state.tickets.get(ticket('A001'))).toMatchObject({ rated: false });
    hall.when('08:20:06', rate({ number: 'A002' }), { kind: 'device', id: 'other' }).isRefused({
      code: 'AlreadyRated',
      number: 'A002',
    });
  });

  it('is refused from another sender, as an unknown vote, and ten minutes after the press', () => {
    const hall = visited();
    change(hall, '08:20:00', rate(null, 1, 'press'));
    const other = { kind: 'device', id: 'other' } as const;
    const takeBack: CommandBody = { type: 'TakeBackVote', voteId: 'press' };
    hall.when('08:20:01', rate(null, 5, 'press'), other).isRefused({ code: 'UnknownVote' });
    hall.when('08:20:01', takeBack, other).isRefused({ code: 'UnknownVote' });
    hall.when('08:20:01', { ...takeBack, voteId: 'none' }, pad).isRefused({ code: 'UnknownVote' });
    hall.when('08:30:00', takeBack, pad).gives({ type: 'VoteTakenBack', voteId: 'press' });
    hall.when('08:30:01', takeBack, pad).isRefused({ code: 'VoteSettled' });
    hall.when('08:30:01', rate(null, 5, 'press'), pad).isRefused({ code: 'VoteSettled' });
  });

  it('moves with its day to a scale of three levels and can still be taken back', () => {
    const hall = visited();
    change(hall, '08:20:00', rate(null, 3, 'press'));
    const rules = { ...ordinaryOffice.rules, ratingLevels: 3 as const };
    hall.given('08:20:10', { type: 'OfficeChanged', office: { ...ordinaryOffice, rules } });
    expect(hall.state.ratings.levels).toEqual([1, 0, 0, 0, 0]);
    change(hall, '08:20:20', { type: 'TakeBackVote', voteId: 'press' });
    expect(hall.state.ratings.levels).toEqual(NONE);
  });
});
