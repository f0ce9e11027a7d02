import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../server/queue/commands.ts';
import { deskView } from '../../server/queue/views/desk.ts';
import { kioskView } from '../../server/queue/views/kiosk.ts';
import { paperOf } from '../../server/queue/views/paper.ts';
import { heldTicket } from '../../server/queue/views/phone.ts';
import { nextSession, specialDayAfter } from '../../shared/calendar/hours.ts';
import { anna, emptyDay, Hall, issued, kiosk, opened, ticket } from './given.ts';
import { ordinaryOffice, TODAY, time } from './office.ts';

const health = { storage: 'ok', clock: 'ok', printer: 'ok' } as const;
const later = (number: string): CommandBody => ({
  type: 'IssueForNextSession',
  ticketId: ticket(number),
  serviceId: 'civil',
  classId: 'regular',
  dossiers: 1,
});

describe('the next session', () => {
  it.each([
    ['08:00', { opensAt: time('13:30'), today: true }],
    ['14:00', { opensAt: time('2026-11-24 07:30'), today: false }],
    // Friday afternoon.
    ['2026-11-27 16:00', { opensAt: time('2026-11-30 07:30'), today: false }],
    ['12:00', null],
    ['20:00', null],
  ])('at %s is %o', (at, next) => {
    expect(nextSession(ordinaryOffice, time(at))).toEqual(next);
  });

  it('is null for an office that never closes', () => {
    const day = [{ from: '00:00', to: '24:00' }];
    const hours = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
    expect(nextSession({ ...ordinaryOffice, hours }, time('08:00'))).toBeNull();
  });
});

describe('the next special day', () => {
  const office = {
    ...ordinaryOffice,
    specialDays: { '2026-11-23': [], '2026-12-01': [], '2026-11-25': [], '2027-01-01': [] },
  };

  it('is the first one after today, so that the kiosk announces it', () => {
    expect(specialDayAfter(office, time('08:00'))).toEqual({ day: '2026-11-25', sessions: [] });
    expect(specialDayAfter(office, time('2026-11-25 08:00'))).toEqual({ day: '2026-12-01', sessions: [] });
  });

  it('is null when it is more than two weeks ahead', () => {
    expect(specialDayAfter(office, time('2026-12-02 08:00'))).toBeNull();
  });
});

describe('a ticket for the next session', () => {
  const morning = () => new Hall().given('11:00', opened(1, anna), issued('A001'));

  it('has the next number and is not called before that session begins', () => {
    const hall = morning();
    hall
      .when('11:10', later('A002'), kiosk)
      .gives(
        { type: 'TicketIssued', number: 'A002', arrivedAt: time('13:30'), estimate: null },
        { type: 'TicketPostponed', notBefore: time('13:30') },
      );
    hall.execute('11:10', later('A002'), kiosk);
    hall.execute('11:11', { type: 'CallNext', counterId: 'c1' });
    hall.execute('11:12', { type: 'MissTicket', counterId: 'c1' });
    expect(hall.next('13:29', 1)).toBeNull();
    expect(hall.next('13:30', 1)).toBe('A002');
  });

  it('is called after visitors who stayed in the hall and before visitors who come in the afternoon', () => {
    const hall = morning();
    hall.execute('11:10', later('A002'), kiosk);
    hall.execute('11:11', later('A003'), kiosk);
    hall.given('11:20', issued('A004')).given('13:31', issued('A005'));
    const calledInOrder: (string | null)[] = [];
    for (const at of ['13:32', '13:33', '13:34', '13:35', '13:36']) {
      calledInOrder.push(hall.next(at, 1));
      hall.execute(at, { type: 'CallNext', counterId: 'c1' });
      hall.execute(at, { type: 'MissTicket', counterId: 'c1' });
    }
    expect(calledInOrder).toEqual(['A001', 'A004', 'A002', 'A003', 'A005']);
  });

  it('does not delay visitors of the present session', () => {
    const hall = morning();
    hall.execute('11:10', later('A002'), kiosk);
    const before = heldTicket(hall.state, ticket('A001'), time('11:11'));
    expect(before).toMatchObject({ status: 'waiting', ahead: 0 });
    expect(heldTicket(hall.state, ticket('A002'), time('11:11'))).toMatchObject({
      ahead: null,
      notBefore: time('13:30'),
      postponements: [],
    });
  });

  it.each([
    [
      'begins later',
      [
        { from: '07:30', to: '11:30' },
        { from: '15:00', to: '17:00' },
      ],
      '15:00',
      false,
    ],
    [
      'begins earlier',
      [
        { from: '07:30', to: '11:30' },
        { from: '13:00', to: '17:00' },
      ],
      '13:30',
      false,
    ],
    ['joins the morning', [{ from: '07:30', to: '17:00' }], '13:30', false],
    ['is removed', [{ from: '07:30', to: '11:30' }], '13:30', true],
    ['is removed with the whole day', [], '13:30', true],
  ])(
    'is never called before the time on its paper when set-up changes the hours so that its session %s',
    (_, sessions, begins, stranded) => {
      const hall = morning();
      hall.execute('11:10', later('A002'), kiosk);
      const office = { ...ordinaryOffice, specialDays: { [TODAY]: sessions } };
      hall.execute('11:20', { type: 'ChangeOffice', office }, { kind: 'system', id: 'setup' });
      expect(hall.state.tickets.get(ticket('A002'))).toMatchObject({
        notBefore: time(begins),
        arrivedAt: time(begins),
      });
      expect(heldTicket(hall.state, ticket('A002'), time('11:21'))).toMatchObject({ stranded });
      expect(deskView(hall.state, time('11:21'), health).stranded.count).toBe(stranded ? 1 : 0);
    },
  );

  it('has its time printed on the paper, and no estimate', () => {
    const hall = morning();
    hall.execute('11:10', later('A002'), kiosk);
    const job = [...hall.state.prints.values()].at(-1);
    const paper = job && paperOf(hall.state, job, 'http://192.168.1.5:8080');
    expect(paper).toMatchObject({ number: 'A002', issuedAt: time('11:10'), notBefore: time('13:30'), estimate: null });
  });

  it('is answered again when its request is repeated, but its request id is refused for an ordinary ticket', () => {
    const hall = morning();
    hall.execute('11:10', later('A002'), kiosk);
    const requestId = hall.events.at(-1)?.requestId ?? '';
    const again = (body: CommandBody) => {
      const day = emptyDay();
      day.replay(hall.events);
      return day.execute({ ...body, requestId, actor: kiosk, at: time('11:11') });
    };
    expect(again(later('A003'))).toMatchObject({ ok: true, value: [{ number: 'A002' }, { type: 'TicketPostponed' }] });
    const ordinary: CommandBody = {
      type: 'IssueTicket',
      ticketId: ticket('A003'),
      serviceId: 'civil',
      classId: 'regular',
      dossiers: 1,
    };
    expect(again(ordinary)).toEqual({ ok: false, rejection: { code: 'RequestIdReused' } });
  });

  it('is refused when no session follows today, with the time of the next one', () => {
    const hall = new Hall().given('14:00', opened(1, anna));
    const opensAt = time('2026-11-24 07:30');
    hall.when('16:50', later('A001'), kiosk).isRefused({ code: 'NoSessionLeft', opensAt });
    hall.when('12:00', later('A001'), kiosk).isRefused({ code: 'OfficeClosed', opensAt: time('13:30') });
    expect(kioskView(hall.state, time('16:50'), health).nextSession).toEqual({ opensAt, today: false });
  });
});
