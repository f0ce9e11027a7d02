import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../server/queue/commands.ts';
import {
  anna,
  binh,
  called,
  clock,
  finished,
  Hall,
  issued,
  lan,
  opened,
  paceAfter,
  paused,
  serving,
  ticket,
} from './given.ts';
import { time } from './office.ts';

const next: CommandBody = { type: 'CallNext', counterId: 'c1' };
const hall = () => new Hall().given('08:00', opened(1, anna), issued('A001'), issued('A002'), issued('C001'));

describe('calling', () => {
  it('assigns the next ticket to the counter and announces it', () => {
    const calling = hall();
    calling.when('08:05', next).gives({ ...called('A001', 1) });
    calling.execute('08:05', next);
    expect(calling.state.counters.get('c1')?.current).toBe(ticket('A001'));
    expect(calling.state.announcements).toMatchObject([
      { number: 'A001', counterNumber: 1, at: time('08:05'), day: '2026-11-23', recall: false },
    ]);
  });

  it.each(['RecallTicket', 'StartServing', 'MissTicket', 'FinishTicket', 'SendAway', 'TransferTicket'] as const)(
    'refuses %s for another visitor than the one who is at the counter by now',
    (type) => {
      const isServed = type === 'FinishTicket' || type === 'SendAway' || type === 'TransferTicket';
      const calling = hall().given('08:05', ...(isServed ? serving('A002', 1) : [called('A002', 1)]));
      const press = { type, counterId: 'c1', serviceId: 'land' };
      calling
        .when('08:06', { ...press, ticketId: ticket('A001') })
        .isRefused({ code: 'OtherTicketAtCounter', number: 'A002' });
      expect(calling.when('08:06', { ...press, ticketId: ticket('A002') }).decision.ok).toBe(true);
      expect(calling.when('08:06', press).decision.ok).toBe(true);
    },
  );

  it('never assigns the same ticket to two counters', () => {
    const calling = hall().given('08:01', opened(3, binh));
    calling.execute('08:05', next);
    calling.execute('08:05', { ...next, counterId: 'c3' } as CommandBody, binh);
    expect([...calling.state.counters.values()].map(({ current }) => current)).toEqual([
      ticket('A001'),
      ticket('A002'),
    ]);
  });

  it('is refused while a ticket is at the counter, while the counter is paused, and when nobody waits', () => {
    const busy = { code: 'CounterBusy', number: 'A001' } as const;
    hall().given('08:05', called('A001', 1)).when('08:06', next).isRefused(busy);
    hall()
      .given('08:05', ...serving('A001', 1))
      .when('08:06', next)
      .isRefused(busy);
    hall().given('08:05', paused(1)).when('08:06', next).isRefused({ code: 'CounterPaused' });
    new Hall().given('08:00', opened(1, anna), issued('C001')).when('08:06', next).isRefused({ code: 'NobodyWaiting' });
  });

  it('a ticket again repeats the announcement and counts it', () => {
    const calling = hall().given('08:05', called('A001', 1));
    calling.when('08:06', { type: 'RecallTicket', counterId: 'c1' }).gives({
      type: 'TicketRecalled',
      ticketId: ticket('A001'),
      counterId: 'c1',
    });
    calling.execute('08:06', { type: 'RecallTicket', counterId: 'c1' });
    calling.execute('08:07', { type: 'RecallTicket', counterId: 'c1' });
    expect(calling.state.tickets.get(ticket('A001'))).toMatchObject({ recalls: 2, calledAt: time('08:05') });
    expect(calling.state.announcements.map(({ recall }) => recall)).toEqual([false, true, true]);
  });

  it('keeps only the last twelve announcements', () => {
    const calling = hall().given('08:05', called('A001', 1));
    for (let again = 0; again < 20; again += 1) calling.execute('08:06', { type: 'RecallTicket', counterId: 'c1' });
    expect(calling.state.announcements).toHaveLength(12);
    expect(calling.state.announcements.at(-1)?.id).toBe(calling.state.lastSeq);
  });
});

describe('calling a chosen ticket', () => {
  const choose = (number: string): CommandBody => ({
    type: 'CallTicket',
    counterId: 'c1',
    ticketId: ticket(number),
    reason: 'Sắp đến giờ tàu',
  });

  it('records the reason, whichever line the ticket is in', () => {
    hall()
      .when('08:05', choose('A002'))
      .gives(called('A002', 1, 'Sắp đến giờ tàu'));
    hall()
      .when('08:05', choose('C001'))
      .gives(called('C001', 1, 'Sắp đến giờ tàu'));
  });

  it('is possible for a visitor who waits for another clerk', () => {
    const away = hall().given('08:01', opened(3, binh), ...serving('A001', 3));
    away.execute('08:05', { type: 'SendAway', counterId: 'c3' }, binh);
    away.execute('08:10', { type: 'ReturnTicket', ticketId: ticket('A001') });
    away.execute('08:11', choose('A001'));
    expect(away.state.tickets.get(ticket('A001'))).toMatchObject({ status: 'called', counterId: 'c1' });
    expect(away.state.reserved.get(binh.id)?.length).toBe(0);
  });

  it('is refused for an unknown ticket and while the counter is paused', () => {
    hall().when('08:05', choose('A009')).isRefused({ code: 'UnknownTicket' });
    hall().given('08:04', paused(1)).when('08:05', choose('A002')).isRefused({ code: 'CounterPaused' });
  });
});

describe('serving', () => {
  it('changes the pace of the service by the time from call to finish', () => {
    const served = hall().given('08:05', called('A001', 1));
    served.execute('08:07', { type: 'StartServing', counterId: 'c1' });
    served.execute('08:19', { type: 'FinishTicket', counterId: 'c1' });
    expect(served.state.queues.get('civil')?.pace).toEqual(paceAfter([14 * 60_000]));
    expect(served.state.tickets.get(ticket('A001'))).toMatchObject({ status: 'done', finishedAt: time('08:19') });
    expect(served.state.counters.get('c1')?.current).toBeNull();
  });

  it('leaves the pace alone when the closing of the day finishes the visit', () => {
    const served = hall().given('08:05', ...serving('A001', 1));
    served.execute('17:30', { type: 'CloseDay' }, clock);
    expect(served.state.tickets.get(ticket('A001'))).toMatchObject({ status: 'done' });
    expect(served.state.queues.get('civil')?.pace ?? null).toBeNull();
  });

  it('can end with a come-back slip, valid as long as the office allows', () => {
    hall()
      .given('08:05', ...serving('A001', 1))
      .when('08:20', { type: 'SendAway', counterId: 'c1' })
      .gives({
        type: 'TicketSentAway',
        ticketId: ticket('A001'),
        counterId: 'c1',
        clerkId: 'anna',
        until: time('09:20'),
      });
  });

  it('reserves a come-back slip for the clerk of the counter, also when a supervisor sends the visitor away', () => {
    hall()
      .given('08:05', ...serving('A001', 1))
      .when('08:20', { type: 'SendAway', counterId: 'c1' }, lan)
      .gives({ type: 'TicketSentAway', clerkId: 'anna' });
  });
});

describe('a transfer', () => {
  const transfer = (serviceId: string): CommandBody => ({ type: 'TransferTicket', counterId: 'c1', serviceId });

  it('keeps number and arrival time, so that the ticket goes before later ones', () => {
    const moved = hall()
      .given('08:01', opened(2, binh), issued('C002'))
      .given('08:05', ...serving('A001', 1));
    moved.when('08:20', transfer('social')).gives({
      type: 'TicketTransferred',
      ticketId: ticket('A001'),
      counterId: 'c1',
      serviceId: 'social',
    });
    moved.execute('08:20', transfer('social'));
    expect(moved.state.tickets.get(ticket('A001'))).toMatchObject({
      number: 'A001',
      serviceId: 'social',
      arrivedAt: time('08:00'),
    });
    expect(moved.next('08:21', 2, binh)).toBe('A001');
    expect(moved.next('08:21', 1)).toBe('A002');
  });

  it('is refused to the same service and to an unknown one', () => {
    const here = hall().given('08:05', ...serving('A001', 1));
    here.when('08:06', transfer('civil')).isRefused({ code: 'SameService' });
    here.when('08:06', transfer('passport')).isRefused({ code: 'UnknownService' });
  });

  it('does not change the number sequences of the two services', () => {
    const moved = hall().given('08:05', ...serving('A001', 1));
    moved.execute('08:20', transfer('social'));
    const issue = { type: 'IssueTicket', ticketId: 'new', classId: 'regular', dossiers: 1 } as const;
    moved.when('08:21', { ...issue, serviceId: 'social' }).gives({ number: 'C002' });
    moved.when('08:21', { ...issue, serviceId: 'civil' }).gives({ number: 'A003' });
  });
});

describe('a supervisor', () => {
  it('may finish the visit and close the counter of a clerk who has left', () => {
    const left = hall().given('08:05', ...serving('A001', 1));
    left.when('17:00', { type: 'FinishTicket', counterId: 'c1' }, binh).isRefused({ code: 'NotYourCounter' });
    left.when('17:00', { type: 'FinishTicket', counterId: 'c1' }, lan).gives(finished('A001', 1));
    left.execute('17:00', { type: 'FinishTicket', counterId: 'c1' }, lan);
    left.execute('17:00', { type: 'CloseCounter', counterId: 'c1' }, lan);
    expect(left.state.counters.size).toBe(0);
  });
});
