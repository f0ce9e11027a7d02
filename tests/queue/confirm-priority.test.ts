import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../server/queue/commands.ts';
import { counterView } from '../../server/queue/views/counter.ts';
import { anna, called, finished, Hall, issued, opened, serving, ticket, withdrawn } from './given.ts';
import { ordinaryOffice, time } from './office.ts';

const confirm = (number: string, classId: string): CommandBody => ({
  type: 'ConfirmPriority',
  ticketId: ticket(number),
  classId,
});
const hall = () => new Hall().given('08:00', opened(1, anna), issued('A001')).given('08:10', issued('A002', 'elderly'));
const confirmed = (made: Hall, number: string) => made.state.tickets.get(ticket(number))?.classConfirmed;

describe('a priority reason claimed at the kiosk', () => {
  it('counts at once and is unconfirmed until staff check it; a regular ticket needs no confirmation', () => {
    const claimed = hall();
    expect([confirmed(claimed, 'A001'), confirmed(claimed, 'A002')]).toEqual([true, false]);
    expect(claimed.next('08:30', 1)).toBe('A002');
  });

  it('keeps its place in the line when staff confirm it', () => {
    const claimed = hall();
    claimed.when('08:20', confirm('A002', 'elderly')).gives({ type: 'ClassConfirmed', ticketId: ticket('A002') });
    claimed.execute('08:20', confirm('A002', 'elderly'));
    expect(confirmed(claimed, 'A002')).toBe(true);
    expect(claimed.next('08:30', 1)).toBe('A002');
    expect(claimed.execute('08:21', confirm('A002', 'elderly'))).toEqual([]);
  });

  it('can be confirmed after set-up has removed the class, but not given to another visitor', () => {
    const claimed = hall();
    const ticketClasses = ordinaryOffice.ticketClasses.filter(({ id }) => id !== 'elderly');
    claimed.given('08:15', { type: 'OfficeChanged', office: { ...ordinaryOffice, ticketClasses } });
    claimed.when('08:20', confirm('A002', 'elderly')).gives({ type: 'ClassConfirmed' });
    claimed.when('08:20', confirm('A001', 'elderly')).isRefused({ code: 'UnknownTicketClass' });
  });

  it('can be corrected: the ticket then waits as a regular one with its old arrival time', () => {
    const claimed = hall().given('08:15', issued('A003'));
    claimed.when('08:20', confirm('A002', 'regular')).gives({
      type: 'ClassChanged',
      ticketId: ticket('A002'),
      classId: 'regular',
    });
    claimed.execute('08:20', confirm('A002', 'regular'));
    expect(claimed.state.tickets.get(ticket('A002'))).toMatchObject({ arrivedAt: time('08:10'), classConfirmed: true });
    expect(claimed.next('08:30', 1)).toBe('A001');
    claimed.given('08:30', withdrawn('A001'));
    expect(claimed.next('08:31', 1)).toBe('A002');
  });

  it('can be given by staff to a visitor who did not claim it', () => {
    const frail = hall().given('08:12', issued('A003'));
    frail.execute('08:20', confirm('A003', 'elderly'));
    expect(confirmed(frail, 'A003')).toBe(true);
    frail.given('08:21', withdrawn('A002'));
    expect(frail.next('08:40', 1)).toBe('A003');
  });

  it('can be confirmed while the ticket is at a counter', () => {
    const shown = hall().given('08:20', called('A002', 1));
    expect(counterView(shown.state, 'c1', time('08:21'))?.current).toMatchObject({ classConfirmed: false });
    shown.execute('08:21', confirm('A002', 'elderly'));
    expect(counterView(shown.state, 'c1', time('08:21'))?.current).toMatchObject({
      status: 'called',
      classConfirmed: true,
    });
  });

  it('cannot be changed after the visit, to an unknown class or for an unknown ticket', () => {
    const over = hall().given('08:20', ...serving('A002', 1), finished('A002', 1));
    over
      .when('08:30', confirm('A002', 'regular'))
      .isRefused({ code: 'WrongState', number: 'A002', ticketStatus: 'done' });
    hall().when('08:30', confirm('A002', 'vip')).isRefused({ code: 'UnknownTicketClass' });
    hall().when('08:30', confirm('A009', 'regular')).isRefused({ code: 'UnknownTicket' });
  });
});
