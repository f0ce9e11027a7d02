import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../server/queue/commands.ts';
import { estimateWait } from '../../server/queue/estimate/estimate.ts';
import { counterView } from '../../server/queue/views/counter.ts';
import { REGULAR } from '../../shared/office/office.ts';
import { MINUTE } from '../../shared/time.ts';
import { anna, called, clock, Hall, issued, kiosk, opened, paceAfter, serving, ticket } from './given.ts';
import { time } from './office.ts';

const finish: CommandBody = { type: 'FinishTicket', counterId: 'c1' };
const dossiersOf = (hall: Hall, number: string) => hall.state.tickets.get(ticket(number))?.dossiers;

describe('a visitor with several dossiers', () => {
  const hall = () => new Hall().given('08:00', opened(1, anna), issued('A001', REGULAR, 7), issued('A002'));

  it('is served as many dossiers as one turn takes and then waits again with the rest since the same arrival', () => {
    const proxy = hall().given('08:05', ...serving('A001', 1));
    proxy.when('08:20', finish).gives({
      type: 'TurnEnded',
      ticketId: ticket('A001'),
      counterId: 'c1',
      dossiersLeft: 4,
      arrivedAt: time('08:00'),
    });
    proxy.execute('08:20', finish);
    expect(proxy.state.tickets.get(ticket('A001'))).toMatchObject({
      status: 'waiting',
      number: 'A001',
      dossiers: 4,
      arrivedAt: time('08:00'),
    });
    expect(counterView(proxy.state, 'c1', time('08:20'))).toMatchObject({ current: null, waiting: 2 });
    expect(proxy.next('08:21', 1)).toBe('A002');
  });

  it('goes behind visitors who came before or with it and before visitors who came later', () => {
    const proxy = hall()
      .given('08:05', ...serving('A001', 1))
      .given('08:15', issued('A003'));
    proxy.execute('08:20', finish);
    proxy.given('08:25', issued('A004'));
    const calledInOrder: string[] = [];
    for (const minute of [30, 31, 32, 33]) {
      const number = proxy.next(`08:${minute}`, 1);
      calledInOrder.push(String(number));
      proxy.given(`08:${minute}`, { type: 'TicketWithdrawn', ticketId: ticket(String(number)) });
    }
    expect(calledInOrder).toEqual(['A002', 'A001', 'A003', 'A004']);
  });

  it('is finished by the turn that takes the last dossiers', () => {
    const proxy = hall();
    const left: (number | undefined)[] = [];
    for (const minute of [10, 20, 30]) {
      proxy.given(`08:${minute}`, ...serving('A001', 1));
      const [fact] = proxy.execute(`08:${minute + 5}`, finish);
      left.push(fact?.type === 'TurnEnded' ? fact.dossiersLeft : 0);
    }
    expect(left).toEqual([4, 1, 0]);
    expect(proxy.state.tickets.get(ticket('A001'))?.status).toBe('done');
  });

  it('is finished after one turn when all dossiers fit into it', () => {
    const few = new Hall().given('08:00', opened(1, anna), issued('A001', REGULAR, 3), ...serving('A001', 1));
    few.when('08:20', finish).gives({ type: 'TicketFinished' });
  });

  it('keeps the number of dossiers left after a transfer and after a missed call', () => {
    const proxy = hall().given('08:05', ...serving('A001', 1));
    proxy.execute('08:20', finish);
    proxy.given('08:30', ...serving('A001', 1));
    proxy.execute('08:31', { type: 'TransferTicket', counterId: 'c1', serviceId: 'land' });
    expect(dossiersOf(proxy, 'A001')).toBe(4);
    proxy.given('08:40', called('A001', 1));
    proxy.execute('08:42', { type: 'MissTicket', counterId: 'c1' });
    proxy.execute('08:44', { type: 'ReturnTicket', ticketId: ticket('A001') });
    expect(dossiersOf(proxy, 'A001')).toBe(4);
  });

  it('changes the pace of the service by the time per dossier, not by the time of the turn', () => {
    const proxy = hall().given('08:00', ...serving('A001', 1));
    proxy.execute('08:30', finish);
    expect(proxy.state.queues.get('civil')?.pace).toEqual(paceAfter([10 * MINUTE]));
    proxy.given('08:40', ...serving('A001', 1));
    proxy.execute('09:00', finish);
    proxy.given('09:10', ...serving('A001', 1));
    proxy.execute('09:18', finish);
    expect(proxy.state.queues.get('civil')?.pace).toEqual(paceAfter([10 * MINUTE, (20 / 3) * MINUTE, 8 * MINUTE]));
  });

  it('is finished by the closing of the day, whatever dossiers are left', () => {
    const proxy = hall().given('16:00', ...serving('A001', 1));
    proxy.execute('17:30', { type: 'CloseDay' }, clock);
    expect(proxy.state.tickets.get(ticket('A001'))?.status).toBe('done');
  });
});

describe('the estimate of other visitors', () => {
  const times = { civil: [10, 10, 10, 10].map((minutes) => minutes * MINUTE) };
  const issue: CommandBody = {
    type: 'IssueTicket',
    ticketId: 'new',
    serviceId: 'civil',
    classId: REGULAR,
    dossiers: 1,
  };
  const middle = (hall: Hall) => {
    const place = { ...issue, arrivedAt: time('08:00'), order: hall.state.lastSeq + 1 };
    const { estimate } = estimateWait(hall.state, hall.state.office, place, time('08:00'));
    return (Number(estimate?.fromMinutes) + Number(estimate?.toMinutes)) / 2;
  };

  it('counts the dossiers of all turns, because the visitor keeps the time waited', () => {
    const behind = (dossiers: number) =>
      middle(new Hall({}, times).given('08:00', opened(1, anna), issued('A001', REGULAR, dossiers), issued('A002')));
    expect(behind(3)).toBeGreaterThan(behind(1));
    expect(behind(12)).toBeGreaterThan(behind(3) + 80);
  });

  it('counts the dossiers of a turn also while it is served', () => {
    const behind = (dossiers: number) =>
      middle(
        new Hall({}, times).given('08:00', opened(1, anna), issued('A001', REGULAR, dossiers), ...serving('A001', 1)),
      );
    expect(behind(3)).toBeGreaterThan(behind(1));
  });

  it('is based on the number of dossiers, which the journal has with the ticket', () => {
    new Hall().when('08:00', { ...issue, dossiers: 12 }, kiosk).gives({ type: 'TicketIssued', dossiers: 12 });
  });
});
