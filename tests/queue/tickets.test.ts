import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../server/queue/commands.ts';
import { kioskView } from '../../server/queue/views/kiosk.ts';
import { REGULAR } from '../../shared/office/office.ts';
import {
  anna,
  binh,
  called,
  closed,
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
} from './given.ts';
import { ordinaryOffice, TODAY, time } from './office.ts';

const health = { storage: 'ok', clock: 'ok', printer: 'ok' } as const;
const issue = (serviceId: string, classId = REGULAR, dossiers = 1): CommandBody => ({
  type: 'IssueTicket',
  ticketId: `new-${serviceId}`,
  serviceId,
  classId,
  dossiers,
});
const withLimit = (dailyLimit: number) => ({
  services: ordinaryOffice.services.map((service) => (service.id === 'civil' ? { ...service, dailyLimit } : service)),
});

describe('a new ticket', () => {
  it('has the letter of its service and the next number of its sequence', () => {
    const hall = new Hall().given('08:00', issued('A001'), issued('A002'), issued('B001'));
    hall.when('08:01', issue('civil'), kiosk).gives({
      type: 'TicketIssued',
      ticketId: 'new-civil',
      number: 'A003',
      ordinal: 3,
      serviceId: 'civil',
      classId: REGULAR,
      ahead: 2,
      estimate: null,
    });
    hall.when('08:01', issue('land'), kiosk).gives({ type: 'TicketIssued', number: 'B002', ahead: 1 });
    hall.when('08:01', issue('social'), kiosk).gives({ type: 'TicketIssued', number: 'C001', ahead: 0 });
  });

  it('has the number A1000 after A999', () => {
    new Hall().given('08:00', issued('A999')).when('08:01', issue('civil')).gives({ number: 'A1000', ordinal: 1000 });
  });

  it('never has the number of a withdrawn ticket or a finished visit', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'), ...serving('A001', 1), finished('A001', 1));
    hall.execute('08:10', issue('civil'), kiosk);
    hall.execute('08:11', { type: 'WithdrawTicket', ticketId: 'new-civil' }, kiosk);
    hall.when('08:12', issue('civil'), kiosk).gives({ number: 'A003' });
  });

  it('never has a number that is in use when set-up moves a letter to another service during the day', () => {
    const hall = new Hall().given('08:00', issued('A001'), issued('A002'), issued('B001'));
    const services = ordinaryOffice.services.map((service) => ({
      ...service,
      letter: { civil: 'B', land: 'A', social: 'C' }[service.id] ?? '',
    }));
    hall.execute('08:05', { type: 'ChangeOffice', office: { ...ordinaryOffice, services } });
    hall.when('08:10', issue('land'), kiosk).gives({ number: 'A003' });
    hall.when('08:10', issue('civil'), kiosk).gives({ number: 'B003' });
  });

  it('counts visitors who return to their clerk as ahead', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'), ...serving('A001', 1), issued('A002'));
    hall.execute('08:10', { type: 'SendAway', counterId: 'c1' });
    hall.execute('08:20', { type: 'ReturnTicket', ticketId: ticket('A001') });
    hall.when('08:21', issue('civil'), kiosk).gives({ number: 'A003', ahead: 2 });
  });

  it('counts as ahead only visitors who would be called before: a priority reason overtakes late arrivals only', () => {
    const hall = new Hall().given('08:00', issued('A001')).given('08:20', issued('A002'));
    // The counter that opens first calls A001 at once and then the new ticket, because A002 has waited no longer.
    hall.when('08:20', issue('civil', 'elderly'), kiosk).gives({ ahead: 1 });
  });
});

describe('a ticket is refused', () => {
  it('for a service or a class that set-up does not have', () => {
    const hall = new Hall();
    hall.when('08:00', issue('passport')).isRefused({ code: 'UnknownService' });
    hall.when('08:00', issue('civil', 'vip')).isRefused({ code: 'UnknownTicketClass' });
  });

  it('when the daily limit of the service is reached, while other services still issue tickets', () => {
    const hall = new Hall(withLimit(2)).given('08:00', issued('A001'), issued('B001'));
    hall.when('08:01', issue('civil')).gives({ number: 'A002' });
    hall.given('08:01', issued('A002'), expired('A002'));
    hall.when('08:02', issue('civil')).isRefused({ code: 'DailyLimitReached', limit: 2 });
    hall.when('08:02', issue('land')).gives({ number: 'B002' });
  });

  it('by the daily limit only when so many were issued, also where numbers are skipped, and withdrawn ones count', () => {
    const hall = new Hall(withLimit(3)).given('08:00', issued('A001'), issued('A051'));
    hall.given('08:01', { type: 'TicketWithdrawn', ticketId: ticket('A001') });
    const available = () => kioskView(hall.state, time('08:02'), health).services[0]?.availability;
    expect(available()).toBe('available');
    hall.execute('08:02', issue('civil'));
    expect(available()).toBe('limit-reached');
    hall.when('08:03', issue('civil')).isRefused({ code: 'DailyLimitReached', limit: 3 });
  });

  it.each([
    ['before the morning', '07:29:59', '07:30'],
    ['at lunch', '11:30', '13:30'],
    ['at the last minute of lunch', '13:29:59', '13:30'],
    ['in the evening', '17:00', '2026-11-24 07:30'],
    ['before a weekend', '2026-11-27 18:00', '2026-11-30 07:30'],
  ])('%s', (_when, at, opensAt) => {
    new Hall().when(at, issue('civil')).isRefused({ code: 'OfficeClosed', opensAt: time(opensAt) });
  });

  it('on a holiday', () => {
    const hall = new Hall({ specialDays: { [TODAY]: [] } });
    hall.when('09:00', issue('civil')).isRefused({ code: 'OfficeClosed', opensAt: time('2026-11-24 07:30') });
  });

  it('after the day was closed, even within the opening hours', () => {
    const hall = new Hall().given('16:00', { type: 'DayClosed' });
    hall.when('16:01', issue('civil')).isRefused({ code: 'OfficeClosed', opensAt: null });
  });

  it.each(['07:30', '11:29:59', '13:30', '16:59:59'])('at no time while the office is open, such as %s', (at) => {
    new Hall().when(at, issue('civil')).gives({ number: 'A001' });
  });
});

describe('a missed visitor', () => {
  const hall = () =>
    new Hall()
      .given('08:00', opened(1, anna), issued('A001'))
      .given('08:05', issued('A002'), issued('A003'))
      .given('08:10', called('A001', 1), missed('A001', 1));

  it('returns within the tolerance and is called next, having waited longest', () => {
    const back = hall();
    back.when('08:40', { type: 'ReturnTicket', ticketId: ticket('A001') }, kiosk).gives({
      type: 'TicketReturned',
      ticketId: ticket('A001'),
      reservedFor: null,
    });
    back.execute('08:40', { type: 'ReturnTicket', ticketId: ticket('A001') });
    expect(back.next('08:41', 1)).toBe('A001');
  });

  it('may not return when the tolerance is over', () => {
    hall()
      .when('08:40:01', { type: 'ReturnTicket', ticketId: ticket('A001') })
      .isRefused({ code: 'ReturnTooLate', number: 'A001', minutes: 30 });
  });

  it('may return for as many minutes of working time: the break between the sessions does not count', () => {
    const noon = new Hall().given('11:20', opened(1, anna), issued('A001'), called('A001', 1), missed('A001', 1));
    const back: CommandBody = { type: 'ReturnTicket', ticketId: ticket('A001') };
    noon.when('13:50', back).gives({ type: 'TicketReturned' });
    noon.when('13:50:01', back).isRefused({ code: 'ReturnTooLate', number: 'A001', minutes: 30 });
  });

  it('may not return or withdraw with an unknown ticket', () => {
    hall().when('08:20', { type: 'ReturnTicket', ticketId: 'nobody' }).isRefused({ code: 'UnknownTicket' });
    hall().when('08:20', { type: 'WithdrawTicket', ticketId: 'nobody' }).isRefused({ code: 'UnknownTicket' });
  });
});

describe('a visitor sent away to correct papers', () => {
  const hall = () =>
    new Hall()
      .given('08:00', opened(1, anna), opened(3, binh), issued('A001'), issued('A002'), issued('A003'))
      .given('08:10', ...serving('A002', 1), sentAway('A002', 1, anna, '09:10'));
  const back: CommandBody = { type: 'ReturnTicket', ticketId: ticket('A002') };

  it('has a slip that is valid for as many minutes of working time', () => {
    const noon = new Hall().given('11:00', opened(1, anna), issued('A001'), ...serving('A001', 1));
    noon.when('11:10', { type: 'SendAway', counterId: 'c1' }).gives({ until: time('14:10') });
  });

  it('returns to the head of the same clerk’s line, not of another clerk’s', () => {
    const slip = hall();
    slip.execute('09:10', back, kiosk);
    expect(slip.next('09:10', 1)).toBe('A002');
    expect(slip.next('09:10', 3, binh)).toBe('A001');
  });

  it('is called by the same clerk also at another counter with other services', () => {
    const slip = hall().given('08:20', closed(1), opened(2, anna));
    slip.execute('08:30', back);
    expect(slip.next('08:31', 2)).toBe('A002');
  });

  it('waits for any clerk with the old arrival time when the slip has expired', () => {
    const slip = hall();
    slip.when('09:10:01', back).gives({ type: 'TicketReturned', reservedFor: null });
    slip.execute('09:10:01', back);
    slip.given('09:11', called('A001', 3));
    expect(slip.next('09:12', 1)).toBe('A002');
  });

  it('waits for any clerk when the own clerk has closed the counter', () => {
    const slip = hall().given('08:30', closed(1));
    slip.when('08:40', back).gives({ type: 'TicketReturned', reservedFor: null });
  });

  it('waits for any clerk with the old arrival time when the own clerk closes the counter meanwhile', () => {
    const slip = hall().given('08:30', called('A001', 3), missed('A001', 3));
    slip.execute('08:40', back);
    slip.execute('08:45', { type: 'CloseCounter', counterId: 'c1' });
    expect(slip.state.tickets.get(ticket('A002'))).toMatchObject({ status: 'waiting', reservedFor: null });
    expect(slip.next('08:46', 3, binh)).toBe('A002');
  });
});
