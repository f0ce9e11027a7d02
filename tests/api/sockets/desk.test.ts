import { describe, expect, it, vi } from 'vitest';
import { REGULAR } from '../../../shared/office/office.ts';
import { counterRequests } from '../../../shared/protocol/requests.ts';
import { ADMIN, HUNG, LAN, openOffice, type RunningOffice } from '../../server/office.ts';
import { FROM_LAN, granted, requestId, type Screen } from '../../server/screen.ts';
import { withoutHeartbeat } from './without-heartbeat.ts';

withoutHeartbeat();

const counterId = 'counter-1';

async function issue(office: RunningOffice, ...serviceIds: string[]) {
  const kiosk = await office.connect('kiosk');
  const tickets: { id: string; number: string }[] = [];
  for (const serviceId of serviceIds) {
    tickets.push(granted(await kiosk.ask('ticket:issue', { requestId: requestId(), serviceId, ticketClass: REGULAR })));
  }
  return tickets;
}

/** Opens counter 1, then sends these requests one after another. */
function presses(desk: Screen<'desk'>) {
  return async (...verbs: ('call-next' | 'recall' | 'start' | 'finish' | 'miss' | 'away' | 'resume' | 'close')[]) => {
    let counter = granted(await desk.ask('counter:open', { requestId: requestId(), counterId }));
    for (const verb of verbs)
      counter = granted(await desk.ask(`counter:${verb}`, { requestId: requestId(), counterId }));
    return counter;
  };
}

describe('a clerk at the desk', () => {
  it('calls, recalls, serves and finishes', async () => {
    const office = await openOffice();
    await issue(office, 'civil-status', 'civil-status');
    const press = presses(await office.desk(LAN));
    expect(await press()).toMatchObject({ state: 'open', clerk: { name: 'Nguyễn Thị Lan' }, waiting: 2 });
    expect(await press('call-next')).toMatchObject({ current: { number: 'A001', status: 'called', recalls: 0 } });
    expect(await press('recall')).toMatchObject({ current: { number: 'A001', recalls: 1 } });
    expect(await press('start')).toMatchObject({ current: { number: 'A001', status: 'serving' } });
    expect(await press('finish')).toMatchObject({ current: null, waiting: 1 });
  });

  it('pauses with a reason, resumes and closes', async () => {
    const office = await openOffice();
    const desk = await office.clerkAt(counterId, LAN);
    const reason = 'Đi in hồ sơ';
    expect(await desk.ask('counter:pause', { requestId: requestId(), counterId, reason })).toMatchObject({
      value: { state: 'paused', pauseReason: reason },
    });
    expect(granted(await desk.ask('counter:resume', { requestId: requestId(), counterId })).state).toBe('open');
    expect(granted(await desk.ask('counter:close', { requestId: requestId(), counterId }))).toMatchObject({
      state: 'closed',
      clerk: null,
    });
  });

  it('returns a missed and an away visitor to the queue', async () => {
    const office = await openOffice();
    const [missed, away] = await issue(office, 'civil-status', 'civil-status');
    const desk = await office.desk(LAN);
    const press = presses(desk);
    await press('call-next', 'miss', 'call-next', 'start', 'away');
    const gone = await desk.view(({ returnable }) => returnable.length === 2);
    for (const ticket of [missed, away]) {
      const back = { requestId: requestId(), ticketId: ticket?.id ?? '' };
      expect(await desk.ask('ticket:return', back)).toEqual({ ok: true, value: null });
    }
    const { view } = await desk.view(
      ({ returnable, waitingTotal }) => returnable.length === 0 && waitingTotal === 2,
      gone.index,
    );
    expect(view.waiting.map(({ number, reservedFor }) => [number, reservedFor])).toEqual([
      ['A002', view.me.id],
      ['A001', null],
    ]);
  });

  it('transfers, calls a chosen ticket with a reason, and withdraws one', async () => {
    const office = await openOffice();
    const [, second, third] = await issue(office, 'civil-status', 'civil-status', 'civil-status');
    const desk = await office.desk(LAN);
    await presses(desk)('call-next', 'start');
    const transferred = { requestId: requestId(), counterId, serviceId: 'land' };
    expect(granted(await desk.ask('counter:transfer', transferred)).current).toBeNull();
    const chosen = { requestId: requestId(), counterId, ticketId: third?.id ?? '', reason: 'Người nhà đang cấp cứu' };
    expect(granted(await desk.ask('counter:call', chosen)).current).toMatchObject({ number: 'A003' });
    granted(await desk.ask('ticket:withdraw', { requestId: requestId(), ticketId: second?.id ?? '' }));
    const { view } = await desk.view(({ waitingTotal }) => waitingTotal === 1);
    expect(view.waiting).toMatchObject([{ number: 'A001', serviceId: 'land' }]);
  });

  it('reprints a ticket, and reprints or dismisses papers whose outcome is unknown', async () => {
    const office = await openOffice();
    const [first] = await issue(office, 'civil-status', 'civil-status');
    const desk = await office.desk(LAN);
    const { view } = await desk.view(({ prints }) => prints.length === 2);
    // As after a crash while printing: the outbox finds a started job without an end, and cannot know what was printed.
    for (const { id: jobId } of view.prints) {
      const actor = { kind: 'system', id: 'printer' } as const;
      granted(await office.server.engine.submit({ type: 'StartPrinting', jobId, requestId: requestId(), actor }));
      const end = { type: 'EndPrinting', jobId, outcome: 'unknown', requestId: requestId(), actor } as const;
      await office.server.engine.submit(end);
    }
    const doubtful = await desk.view(({ prints }) => prints.filter(({ state }) => state === 'unknown').length === 2);
    const [again, seen] = doubtful.view.prints;
    granted(await desk.ask('print:reprint', { requestId: requestId(), jobId: again?.id ?? 0 }));
    granted(await desk.ask('print:dismiss', { requestId: requestId(), jobId: seen?.id ?? 0 }));
    granted(await desk.ask('ticket:reprint', { requestId: requestId(), ticketId: first?.id ?? '' }));
    const { view: after } = await desk.view(({ prints }) => prints.filter(({ reprint }) => reprint).length === 2);
    expect(after.prints.map(({ number, state }) => [number, state])).toEqual([
      ['A001', 'waiting'],
      ['A001', 'waiting'],
    ]);
  });

  it('gets the same answer to a repeated request over socket and REST, with one event', async () => {
    const office = await openOffice();
    await issue(office, 'civil-status', 'civil-status');
    const desk = await office.clerkAt(counterId, LAN);
    const before = await office.eventCount();
    const call = { requestId: requestId() };
    const [first, second] = await Promise.all([
      desk.ask('counter:call-next', { ...call, counterId }),
      desk.ask('counter:call-next', { ...call, counterId }),
    ]);
    const rest = await office.rest('POST', `/counters/${counterId}/call-next`, call, await office.cookie(LAN));
    expect([granted(first), granted(second), await rest.json()].map(({ current }) => current.number)).toEqual(
      Array(3).fill('A001'),
    );
    expect(await office.eventCount()).toBe(before + 1);
  });

  it.each(Object.keys(counterRequests) as (keyof typeof counterRequests)[])(
    'is refused %s at the counter of another clerk, whose view does not change',
    async (verb) => {
      const office = await openOffice();
      const [, waiting] = await issue(office, 'civil-status', 'civil-status');
      const lan = await office.desk(LAN);
      await presses(lan)('call-next');
      // Changes are combined for 40 ms, so the view may arrive after the answer.
      await lan.view(({ counters }) => counters.some(({ current }) => current !== null));
      const hung = await office.desk(HUNG);
      const more = {
        transfer: { serviceId: 'land' },
        call: { ticketId: waiting?.id, reason: 'gấp' },
        pause: { reason: 'nghỉ' },
      };
      const [events, shown] = [await office.eventCount(), lan.shown];
      const fields = Object.entries(more).find(([name]) => name === verb)?.[1];
      expect(await hung.send(`counter:${verb}`, { requestId: requestId(), counterId, ...fields })).toEqual({
        ok: false,
        rejection: verb === 'open' ? { code: 'CounterTaken', clerkName: 'Nguyễn Thị Lan' } : { code: 'NotYourCounter' },
      });
      expect(await office.eventCount()).toBe(events);
      expect(lan.shown.counters).toEqual(shown.counters);
    },
  );
});

describe('a supervisor at the desk', () => {
  it('adds a clerk, who signs in, gets another password, and is removed', async () => {
    const office = await openOffice();
    const admin = await office.desk(ADMIN);
    const hoa = { username: 'hoa', password: 'mật khẩu của Hoa' };
    const person = {
      userName: hoa.username,
      name: 'Lê Thị Hoa',
      role: 'clerk',
      password: hoa.password,
    } as const;
    const add = { ...person, requestId: requestId() };
    expect(await admin.ask('staff:add', add)).toEqual({ ok: true, value: null });
    // A page that got no answer in time repeats its request.
    expect(await admin.ask('staff:add', add)).toEqual({ ok: true, value: null });
    expect(await admin.ask('staff:add', { ...person, requestId: requestId() })).toMatchObject({
      rejection: { code: 'UserNameTaken' },
    });
    const first = await office.desk(hoa);
    const staffId = first.shown.me.id;
    const password = 'mật khẩu mới của Hoa';
    granted(await admin.ask('staff:password', { requestId: requestId(), staffId, password }));
    await first.until(() => first.disconnects.length === 1);
    const second = await office.desk({ ...hoa, password });
    granted(await admin.ask('staff:remove', { requestId: requestId(), staffId }));
    await second.until(() => second.disconnects.length === 1);
    const { view } = await admin.view(({ supervisor }) => supervisor?.staff.length === 3, 1);
    expect(view.me.name).toBe('Quản trị viên');
    expect(admin.disconnects).toEqual([]);
  });

  it('removes a clerk only when no counter is open in their name', async () => {
    const office = await openOffice();
    const admin = await office.desk(ADMIN);
    const lan = await office.clerkAt(counterId, LAN);
    const remove = () => admin.ask('staff:remove', { requestId: requestId(), staffId: lan.shown.me.id });
    expect(await remove()).toEqual({ ok: false, rejection: { code: 'ClerkAtCounter', counterNumber: 1 } });
    expect([lan.disconnects, office.server.setup.accounts.staff.list().length]).toEqual([[], 3]);
    granted(await admin.ask('counter:close', { requestId: requestId(), counterId }));
    granted(await remove());
    await lan.until(() => lan.disconnects.length === 1);
  });

  it('closes a counter that the clerk opens while being removed', async () => {
    const office = await openOffice();
    const admin = await office.desk(ADMIN);
    const lan = await office.desk(LAN);
    const { staff } = office.server.setup.accounts;
    const remove = staff.remove.bind(staff);
    vi.spyOn(staff, 'remove').mockImplementationOnce(async (id) => {
      granted(await lan.ask('counter:open', { requestId: requestId(), counterId }));
      return remove(id);
    });
    granted(await admin.ask('staff:remove', { requestId: requestId(), staffId: lan.shown.me.id }));
    const { counters } = await office.server.engine.read(({ queue: { counters } }) => ({
      counters: [...counters.keys()],
    }));
    expect(counters).toEqual([]);
  });

  it('may change devices and staff, which a clerk may not', async () => {
    const office = await openOffice();
    const lan = await office.desk(LAN);
    const screen = office.screen('display', FROM_LAN);
    const code = await screen.until(() => screen.codes[0]);
    const requests = {
      'device:accept': { code, name: 'TV' },
      'device:revoke': { deviceId: 'device-1' },
      'staff:add': { userName: 'x-y', name: 'X', role: 'supervisor', password: '12345678' },
      'staff:password': { staffId: lan.shown.me.id, password: '12345678' },
      'staff:remove': { staffId: lan.shown.me.id },
    };
    for (const [name, payload] of Object.entries(requests)) {
      const refused = { ok: false, rejection: { code: 'SupervisorOnly' } };
      expect(await lan.send(name, payload), name).toEqual(refused);
    }
    expect(screen.tokens).toEqual([]);
    expect(office.server.setup.accounts.staff.list()).toHaveLength(3);
  });
});
