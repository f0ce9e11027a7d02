import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../server/queue/commands.ts';
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

describe('a number', () => {
  it('is the letter of the service and the next of its own series', () => {
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

  it('goes from A999 to A1000', () => {
    new Hall().given('08:00', issued('A999')).when('08:01', issue('civil')).gives({ number: 'A1000', ordinal: 1000 });
  });

  it('is never given again after a withdrawal or at the end of a visit', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'), ...serving('A001', 1), finished('A001', 1));
    hall.does('08:10', issue('civil'), kiosk);
    hall.does('08:11', { type: 'WithdrawTicket', ticketId: 'new-civil' }, kiosk);
    hall.when('08:12', issue('civil'), kiosk).gives({ number: 'A003' });
  });

  it('is not given twice when set-up hands a letter to another service during the day', () => {
    const hall = new Hall().given('08:00', issued('A001'), issued('A002'), issued('B001'));
    const services = ordinaryOffice.services.map((service) => ({
      ...service,
      letter: { civil: 'B', land: 'A', social: 'C' }[service.id] ?? '',
    }));
    hall.does('08:05', { type: 'ChangeOffice', office: { ...ordinaryOffice, services } });
    hall.when('08:10', issue('land'), kiosk).gives({ number: 'A003' });
    hall.when('08:10', issue('civil'), kiosk).gives({ number: 'B003' });
  });

  it('counts the people who come back to their clerk among those ahead', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'), ...serving('A001', 1), issued('A002'));
    hall.does('08:10', { type: 'SendAway', counterId: 'c1' });
    hall.does('08:20', { type: 'ReturnTicket', ticketId: ticket('A001') });
    hall.when('08:21', issue('civil'), kiosk).gives({ number: 'A003', ahead: 2 });
  });

  it('counts only those ahead who would be called before: a priority reason overtakes late arrivals, not early ones', () => {
    const hall = new Hall().given('08:00', issued('A001')).given('08:20', issued('A002'));
    hall.when('08:20', issue('civil', 'elderly'), kiosk).gives({ ahead: 2 });
  });
});

describe('a ticket is refused', () => {
  it('for a service or a class that set-up does not have', () => {
    const hall = new Hall();
    hall.when('08:00', issue('passport')).isRefused({ code: 'UnknownService' });
    hall.when('08:00', issue('civil', 'vip')).isRefused({ code: 'UnknownTicketClass' });
  });

  it('when the daily limit of the service is reached, and other services go on', () => {
    const hall = new Hall(withLimit(2)).given('08:00', issued('A001'), issued('B001'));
    hall.when('08:01', issue('civil')).gives({ number: 'A002' });
    hall.given('08:01', issued('A002'), expired('A002'));
    hall.when('08:02', issue('civil')).isRefused({ code: 'DailyLimitReached', limit: 2 });
    hall.when('08:02', issue('land')).gives({ number: 'B002' });
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

  it('after the day was closed, even while hours would allow it', () => {
    const hall = new Hall().given('16:00', { type: 'DayClosed' });
    hall.when('16:01', issue('civil')).isRefused({ code: 'OfficeClosed', opensAt: null });
  });

  it.each(['07:30', '11:29:59', '13:30', '16:59:59'])('not at %s, when the office is open', (at) => {
    new Hall().when(at, issue('civil')).gives({ number: 'A001' });
  });
});

describe('a missed visitor', () => {
  const hall = () =>
    new Hall()
      .given('08:00', opened(1, anna), issued('A001'))
      .given('08:05', issued('A002'), issued('A003'))
      .given('08:10', called('A001', 1), missed('A001', 1));

  it('comes back within the tolerance and is next, having waited longest', () => {
    const back = hall();
    back.when('08:40', { type: 'ReturnTicket', ticketId: ticket('A001') }, kiosk).gives({
      type: 'TicketReturned',
      ticketId: ticket('A001'),
      reservedFor: null,
    });
    back.does('08:40', { type: 'ReturnTicket', ticketId: ticket('A001') });
    expect(back.next('08:41', 1)).toBe('A001');
  });

  it('takes a new ticket when the tolerance is over', () => {
    hall()
      .when('08:40:01', { type: 'ReturnTicket', ticketId: ticket('A001') })
      .isRefused({ code: 'ReturnTooLate', number: 'A001', minutes: 30 });
  });

  it('is unknown by a wrong ticket', () => {
    hall().when('08:20', { type: 'ReturnTicket', ticketId: 'nobody' }).isRefused({ code: 'UnknownTicket' });
    hall().when('08:20', { type: 'WithdrawTicket', ticketId: 'nobody' }).isRefused({ code: 'UnknownTicket' });
  });
});

describe('a visitor sent away for papers', () => {
  const hall = () =>
    new Hall()
      .given('08:00', opened(1, anna), opened(3, binh), issued('A001'), issued('A002'), issued('A003'))
      .given('08:10', ...serving('A002', 1), sentAway('A002', 1, anna, '09:10'));
  const back: CommandBody = { type: 'ReturnTicket', ticketId: ticket('A002') };

  it('goes back to the head of the same clerk’s line, and to nobody else’s', () => {
    const slip = hall();
    slip.does('09:10', back, kiosk);
    expect(slip.next('09:10', 1)).toBe('A002');
    expect(slip.next('09:10', 3, binh)).toBe('A001');
  });

  it('is found by the clerk at another counter and for another service', () => {
    const slip = hall().given('08:20', closed(1), opened(2, anna));
    slip.does('08:30', back);
    expect(slip.next('08:31', 2)).toBe('A002');
  });

  it('waits for any clerk, the arrival clock kept, when the slip has expired', () => {
    const slip = hall();
    slip.when('09:10:01', back).gives({ type: 'TicketReturned', reservedFor: null });
    slip.does('09:10:01', back);
    slip.given('09:11', called('A001', 3));
    expect(slip.next('09:12', 1)).toBe('A002');
  });

  it('waits for any clerk when the own one has gone', () => {
    const slip = hall().given('08:30', closed(1));
    slip.when('08:40', back).gives({ type: 'TicketReturned', reservedFor: null });
  });

  it('waits for any clerk, the arrival clock kept, when the own one goes in the meantime', () => {
    const slip = hall().given('08:30', called('A001', 3), missed('A001', 3));
    slip.does('08:40', back);
    slip.does('08:45', { type: 'CloseCounter', counterId: 'c1' });
    expect(slip.state.tickets.get(ticket('A002'))).toMatchObject({ status: 'waiting', reservedFor: null });
    expect(slip.next('08:46', 3, binh)).toBe('A002');
  });
});
