import { describe, expect, it } from 'vitest';
import { isRolloverDue } from '../../server/engine/day-rollover.ts';
import type { CommandBody } from '../../server/queue/commands.ts';
import { closeDay, openDay } from '../../server/queue/rules/day.ts';
import { NO_VOTES } from '../../shared/office/satisfaction.ts';
import {
  anna,
  binh,
  called,
  clock,
  closed,
  emptyDay,
  expired,
  finished,
  Hall,
  issued,
  lan,
  missed,
  opened,
  rated,
  sentAway,
  serving,
  ticket,
  withdrawn,
} from './given.ts';
import { ordinaryOffice, time } from './office.ts';

const close: CommandBody = { type: 'CloseDay' };

describe('closing the day', () => {
  const hall = () =>
    new Hall()
      .given('08:00', opened(1, anna), opened(3, binh), opened(2, lan))
      .given(
        '08:00',
        ...['A001', 'A002', 'A003', 'A004', 'A005', 'A006', 'A007', 'C001'].map((number) => issued(number)),
      )
      .given('09:00', ...serving('A001', 1), finished('A001', 1))
      .given('09:00', ...serving('A002', 1), sentAway('A002', 1, anna, '10:00'))
      .given('09:00', called('A003', 1), missed('A003', 1), withdrawn('A004'))
      .given('16:50', ...serving('A005', 1), called('A006', 3));

  it('expires tickets that are waiting, called, missed or away, finishes those being served, closes the counters', () => {
    const abandoned = [...hall().state.prints.keys()].map((jobId) => ({ type: 'PrintAbandoned', jobId }) as const);
    hall()
      .when('17:30', close, clock)
      .gives(
        { type: 'DayClosed' },
        expired('A002'),
        expired('A003'),
        finished('A005', 1),
        expired('A006'),
        expired('A007'),
        expired('C001'),
        closed(1),
        closed(3),
        closed(2),
        ...abandoned,
      );
  });

  it('leaves no ticket in a line, at a counter or absent', () => {
    const { state } = hall();
    const evening = hall();
    evening.execute('17:30', close, clock);
    expect([...evening.state.tickets.values()].map(({ status }) => status).sort()).toEqual(
      ['done', 'done', 'expired', 'expired', 'expired', 'expired', 'expired', 'withdrawn'].sort(),
    );
    expect(evening.state.counters.size).toBe(0);
    expect(evening.state.absent.size).toBe(0);
    expect(state.closed).toBe(false);
    expect(evening.state.closed).toBe(true);
  });

  it('abandons print jobs that wait and marks started ones as unknown', () => {
    const evening = new Hall().given('16:00', ...['A001', 'A002', 'A003'].map((number) => issued(number)));
    evening.given('16:01', { type: 'PrintStarted', jobId: 2 }, { type: 'TicketPrinted', jobId: 2 });
    evening.given('16:02', { type: 'PrintStarted', jobId: 3 });
    const facts = evening.execute('17:30', close, clock);
    expect(facts.slice(-2)).toEqual([
      { type: 'PrintUnknown', jobId: 3 },
      { type: 'PrintAbandoned', jobId: 4 },
    ]);
    evening.given('17:31', { type: 'ReprintRequested', ticketId: ticket('A001'), kind: 'ticket' });
    expect(closeDay(evening.state)).toEqual([{ type: 'PrintAbandoned', jobId: evening.state.lastSeq }]);
  });

  it('changes nothing when the day is closed already', () => {
    const evening = hall();
    evening.execute('17:30', close, clock);
    evening.when('17:31', close, clock).gives();
  });

  it('still lets visitors rate their visits', () => {
    const evening = hall();
    evening.execute('17:30', close, clock);
    evening
      .when('17:31', { type: 'RateVisit', voteId: 'vote-1', visit: { number: 'A005' }, level: 5, reason: null })
      .gives({ type: 'VisitRated', ticketId: ticket('A005') });
  });
});

describe('opening a day', () => {
  it('carries over learned paces with a lower count, the interval width and the counters that were open, and no tickets', () => {
    const yesterday = new Hall({}, { civil: Array(10).fill(2 * 60_000) });
    yesterday.given('08:00', opened(1, anna), issued('A001')).given('09:00', closed(1));
    yesterday.state.intervalWidth = { below: 1, above: 2 };
    expect(openDay('2026-11-24', ordinaryOffice, yesterday.state)).toEqual({
      type: 'DayOpened',
      appointments: [],
      day: '2026-11-24',
      office: ordinaryOffice,
      paces: { civil: { mean: 2 * 60_000, variance: 0, seen: 5 } },
      margins: { below: 1, above: 2 },
      staffed: ['c1'],
      month: NO_VOTES,
    });
  });

  it('adds the votes of the last day to the month, also after days without opening, and starts a new month with none', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'), issued('A002'));
    hall.given('08:10', ...serving('A001', 1), finished('A001', 1), ...serving('A002', 1), finished('A002', 1));
    hall.given('08:20', rated('A001', 5));
    hall.given('08:21', rated(null, 1));
    hall.state.month = { ratings: 9, satisfied: 6, visits: 20 };
    const month = (day: string) => {
      const opening = openDay(day, ordinaryOffice, hall.state);
      return opening.type === 'DayOpened' && opening.month;
    };
    expect(month('2026-11-24')).toEqual({ ratings: 10, satisfied: 7, visits: 22 });
    expect(month('2026-11-30')).toEqual({ ratings: 10, satisfied: 7, visits: 22 });
    expect(month('2026-12-01')).toEqual(NO_VOTES);
  });
});

describe('the next day', () => {
  const on = (at: string) => {
    const today = emptyDay();
    today.open(null, time('00:00'));
    return isRolloverDue(today, ordinaryOffice.timeZone, time(at));
  };

  it('begins with the first command of a later date, and never with one of an earlier date', () => {
    expect(on('23:59:59')).toBe(false);
    expect(on('2026-11-24 00:00')).toBe(true);
    expect(on('2026-11-22 23:00')).toBe(false);
  });
});

describe('other commands of the system', () => {
  it('are recorded as facts', () => {
    new Hall().when('08:00', { type: 'NoteStorageRecovered' }, clock).gives({ type: 'StorageRecovered' });
    const office = { ...ordinaryOffice, hotline: '113' };
    const hall = new Hall();
    hall.when('08:00', { type: 'ChangeOffice', office }, lan).gives({ type: 'OfficeChanged', office });
    hall.execute('08:00', { type: 'ChangeOffice', office }, lan);
    expect(hall.state.office?.hotline).toBe('113');
  });
});
