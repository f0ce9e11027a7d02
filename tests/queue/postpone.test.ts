import { describe, expect, it } from 'vitest';
import type { Actor, CommandBody } from '../../server/queue/commands.ts';
import { estimateWait } from '../../server/queue/estimate/estimate.ts';
import { counterView } from '../../server/queue/views/counter.ts';
import { deskView } from '../../server/queue/views/desk.ts';
import { kioskView } from '../../server/queue/views/kiosk.ts';
import { heldTicket } from '../../server/queue/views/phone.ts';
import { ticketView } from '../../server/queue/views/ticket.ts';
import { MINUTE } from '../../shared/time.ts';
import { anna, binh, called, Hall, issued, opened, returned, sentAway, serving, ticket } from './given.ts';
import { time } from './office.ts';

const health = { storage: 'ok', clock: 'ok', printer: 'ok' } as const;
const holder = (number: string): Actor => ({ kind: 'visitor', id: ticket(number) });
const postpone = (number: string, minutes: number): CommandBody => ({
  type: 'PostponeTicket',
  ticketId: ticket(number),
  minutes,
});
const hall = () => new Hall().given('08:00', opened(1, anna), issued('A001')).given('08:05', issued('A002'));

describe('a visitor who asks to be called later', () => {
  it('is not called until then, and afterwards by the old arrival time', () => {
    const waits = hall();
    waits.when('08:10', postpone('A001', 20), holder('A001')).gives({
      type: 'TicketPostponed',
      ticketId: ticket('A001'),
      notBefore: time('08:30'),
    });
    waits.execute('08:10', postpone('A001', 20), holder('A001'));
    expect(waits.next('08:29:59', 1)).toBe('A002');
    expect(waits.next('08:30', 1)).toBe('A001');
    expect(waits.state.tickets.get(ticket('A001'))?.arrivedAt).toBe(time('08:00'));
  });

  it('is offered only times before the end of the session, and refused later ones', () => {
    const waits = new Hall().given('16:00', opened(1, anna), issued('A001'));
    const offered = (at: string) => heldTicket(waits.state, ticket('A001'), time(at));
    expect(offered('16:20')).toMatchObject({ postponements: [10, 20, 30] });
    expect(offered('16:45')).toMatchObject({ postponements: [10] });
    expect(offered('16:52')).toMatchObject({ postponements: [] });
    const until = time('17:00');
    waits.when('16:50', postpone('A001', 10), holder('A001')).isRefused({ code: 'PostponedPastClosing', until });
    waits.when('16:49', postpone('A001', 10), holder('A001')).gives({ notBefore: time('16:59') });
  });

  it('may postpone during a break into the next session, and not after the last one', () => {
    const noon = new Hall().given('11:00', opened(1, anna), issued('A001'));
    noon.when('13:20', postpone('A001', 20), holder('A001')).gives({ notBefore: time('13:40') });
    const opensAt = time('2026-11-24 07:30');
    noon.when('17:10', postpone('A001', 10), holder('A001')).isRefused({ code: 'OfficeClosed', opensAt });
    expect(heldTicket(noon.state, ticket('A001'), time('17:10'))).toMatchObject({ postponements: [] });
  });

  it('may ask only once', () => {
    const waits = hall();
    waits.execute('08:10', postpone('A001', 5), holder('A001'));
    const again = { code: 'AlreadyPostponed', number: 'A001' } as const;
    waits.when('08:11', postpone('A001', 5), holder('A001')).isRefused(again);
    waits.given('08:20', called('A001', 1)).execute('08:21', { type: 'MissTicket', counterId: 'c1' });
    waits.execute('08:22', { type: 'ReturnTicket', ticketId: ticket('A001') });
    waits.when('08:23', postpone('A001', 5), holder('A001')).isRefused(again);
  });

  it('may ask for no longer than the office allows', () => {
    hall().when('08:10', postpone('A001', 31), holder('A001')).isRefused({ code: 'PostponedTooLong', minutes: 30 });
    hall()
      .when('08:10', postpone('A001', 30), holder('A001'))
      .gives({ notBefore: time('08:40') });
  });

  it('is refused once called, while waiting for one clerk, and with an unknown ticket', () => {
    const state = { code: 'WrongState', number: 'A001' } as const;
    const atCounter = hall().given('08:10', called('A001', 1));
    atCounter.when('08:11', postpone('A001', 5), holder('A001')).isRefused({ ...state, ticketStatus: 'called' });
    const back = hall().given('08:10', ...serving('A001', 1), sentAway('A001', 1, anna, '09:10'));
    back.given('08:20', returned('A001', anna));
    back.when('08:21', postpone('A001', 5), holder('A001')).isRefused({ ...state, ticketStatus: 'waiting' });
    hall().when('08:10', postpone('A009', 5), holder('A009')).isRefused({ code: 'UnknownTicket' });
  });

  it('can be called at once by a clerk who chooses the ticket, and may withdraw it', () => {
    const waits = hall();
    waits.execute('08:10', postpone('A001', 20), holder('A001'));
    waits.when('08:12', { type: 'WithdrawTicket', ticketId: ticket('A001') }).gives({ type: 'TicketWithdrawn' });
    waits.execute('08:12', { type: 'CallTicket', counterId: 'c1', ticketId: ticket('A001'), reason: 'Đã có mặt' });
    expect(waits.state.postponed.length).toBe(0);
  });
});

describe('while a ticket is postponed', () => {
  const waits = () => {
    const made = new Hall({}, { civil: [10, 9, 11].map((minutes) => minutes * MINUTE) });
    made.given('08:00', opened(1, anna), opened(3, binh), issued('A001')).given('08:05', issued('A002'));
    made.execute('08:10', postpone('A001', 20), holder('A001'));
    return made;
  };
  const ahead = (made: Hall, at: string) => {
    const place = { ticketId: 'new', serviceId: 'civil', classId: 'regular', dossiers: 1 };
    const joining = { ...place, arrivedAt: time(at), order: made.state.lastSeq + 1 };
    return estimateWait(made.state, made.state.office, joining, time(at)).ahead;
  };

  it('the telephone shows the time without an estimate, and afterwards how many are ahead', () => {
    expect(ticketView(waits().state, ticket('A001'), time('08:20'))).toMatchObject({
      status: 'waiting',
      ahead: null,
      estimate: null,
      notBefore: time('08:30'),
    });
    const ready = ticketView(waits().state, ticket('A001'), time('08:30'));
    expect(ready).toMatchObject({ ahead: 0, notBefore: time('08:30') });
    expect(ready?.estimate).not.toBeNull();
  });

  it('other visitors do not count it as ahead, and visitors who came later do so when it is due', () => {
    expect([ahead(waits(), '08:20'), ahead(waits(), '08:30')]).toEqual([1, 2]);
    const uncertain = new Hall().given('08:00', opened(1, anna), issued('A001'));
    uncertain.execute('08:10', postpone('A001', 20), holder('A001'));
    expect([ahead(uncertain, '08:20'), ahead(uncertain, '08:30')]).toEqual([0, 1]);
  });

  it('the desk lists it last with its time, and when it is due by its arrival time and as callable', () => {
    const listed = (at: string) =>
      deskView(waits().state, time(at), health).waiting.map(({ number, notBefore }) => [number, notBefore]);
    expect(listed('08:20')).toEqual([
      ['A002', null],
      ['A001', time('08:30')],
    ]);
    expect(listed('08:30').map(([number]) => number)).toEqual(['A001', 'A002']);
    expect(counterView(waits().state, 'c1', time('08:20'))?.waiting).toBe(1);
    expect(counterView(waits().state, 'c1', time('08:30'))?.waiting).toBe(2);
  });

  it('the kiosk counts it among the waiting tickets', () => {
    const [civil] = kioskView(waits().state, time('08:20'), health).services;
    expect(civil?.waiting).toBe(2);
  });
});
