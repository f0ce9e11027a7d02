import { describe, expect, it } from 'vitest';
import { ADMIN, LAN, openOffice } from '../../server/office.ts';
import { FROM_LAN, granted, requestId } from '../../server/screen.ts';
import { withoutHeartbeat } from './without-heartbeat.ts';

withoutHeartbeat();

describe.each(['kiosk', 'display', 'rating'] as const)('a %s screen on the LAN', (audience) => {
  const name = 'Sảnh chính';

  it('gets only hello and a pairing code while it is unpaired', async () => {
    const office = await openOffice();
    const kiosk = await office.connect('kiosk');
    const screen = office.screen(audience, FROM_LAN);
    expect(await screen.until(() => screen.codes[0])).toMatch(/^\d{6}$/);
    granted(await kiosk.ask('ticket:issue', { requestId: requestId(), serviceId: 'land' }));
    await kiosk.view(({ services }) => services.some(({ waiting }) => waiting === 1));
    const names = { kiosk: 'ticket:issue', display: 'ticket:issue', rating: 'visit:rate' };
    const refused = await screen.send(names[audience], { requestId: requestId(), serviceId: 'land', level: 5 });
    const code = audience === 'display' ? 'UnknownRequest' : 'NotPaired';
    expect(refused).toEqual({ ok: false, rejection: { code } });
    expect(screen.messages).toEqual(['hello', 'pairing']);
  });

  it('is admitted with its token after a supervisor accepts it, and disconnected when it is revoked', async () => {
    const office = await openOffice();
    const admin = await office.desk(ADMIN);
    const screen = office.screen(audience, FROM_LAN);
    const code = await screen.until(() => screen.codes[0]);
    const waiting = await admin.view(({ supervisor }) => supervisor?.pairing.length === 1);
    expect(waiting.view.supervisor?.pairing).toMatchObject([{ code, kind: audience, address: '127.0.0.1' }]);

    expect(await admin.ask('device:accept', { requestId: requestId(), code, name })).toEqual({ ok: true, value: null });
    const token = await screen.until(() => screen.tokens[0]);
    expect(screen.views).toEqual([]);
    const inside = await office.connect(audience, { ...FROM_LAN, token });
    expect(inside.codes).toEqual([]);
    const paired = await admin.view(({ supervisor }) => supervisor?.devices[0]?.online === true);
    expect(paired.view.supervisor).toMatchObject({ pairing: [], devices: [{ kind: audience, name }] });

    const deviceId = paired.view.supervisor?.devices[0]?.id ?? '';
    granted(await admin.ask('device:revoke', { requestId: requestId(), deviceId }));
    expect(await inside.until(() => inside.disconnects[0])).toBe('io server disconnect');
    const again = office.screen(audience, { ...FROM_LAN, token });
    await again.until(() => again.codes[0]);
    expect(again.messages).toEqual(['hello', 'pairing']);
  });

  it('is not admitted with the token of another kind of screen', async () => {
    const office = await openOffice();
    const token = await office.pair(audience === 'display' ? 'kiosk' : 'display', await office.desk(ADMIN));
    const screen = office.screen(audience, { ...FROM_LAN, token });
    await screen.until(() => screen.codes[0]);
    expect(screen.messages).toEqual(['hello', 'pairing']);
  });
});

describe('pairing', () => {
  it('shows which counter an unpaired sign belongs to, but not a counter that the office does not have', async () => {
    const office = await openOffice();
    const admin = await office.desk(ADMIN);
    for (const [counter, counterNumber] of [
      ['2', 2],
      ['2: press Accept', null],
    ] as const) {
      const sign = office.screen('display', { ...FROM_LAN, auth: { counter } });
      const since = admin.views.length;
      const { view, index } = await admin.view(({ supervisor }) => supervisor?.pairing.length === 1, since);
      expect(view.supervisor?.pairing).toMatchObject([{ kind: 'sign', counterNumber }]);
      expect(JSON.stringify(view)).not.toContain('press Accept');
      sign.close();
      await admin.view(({ supervisor }) => supervisor?.pairing.length === 0, index);
    }
  });

  it('updates the desk of a supervisor but no screen of the hall', async () => {
    const office = await openOffice();
    const admin = await office.desk(ADMIN);
    const hall = [await office.connect('display'), await office.connect('kiosk'), await office.connect('rating')];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const since = admin.views.length;
      const unpaired = office.screen('kiosk', FROM_LAN);
      const { index } = await admin.view(({ supervisor }) => supervisor?.pairing.length === 1, since);
      unpaired.close();
      await admin.view(({ supervisor }) => supervisor?.pairing.length === 0, index);
    }
    const repeats = ({ views }: { views: { view: unknown }[] }) =>
      views.filter(({ view }, index) => JSON.stringify(view) === JSON.stringify(views[index - 1]?.view));
    expect(hall.map((screen) => repeats(screen).length)).toEqual([0, 0, 0]);
  });

  it('refuses a code that no screen shows, a used code, and the code of a screen that has disconnected', async () => {
    const office = await openOffice();
    const admin = await office.desk(ADMIN);
    const unknown = { ok: false, rejection: { code: 'UnknownDevice' } };
    const screen = office.screen('kiosk', FROM_LAN);
    const code = await screen.until(() => screen.codes[0]);
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await admin.ask('device:accept', { requestId: requestId(), code: wrong, name: 'Kiosk' })).toEqual(unknown);
    granted(await admin.ask('device:accept', { requestId: requestId(), code, name: 'Kiosk' }));
    expect(await admin.ask('device:accept', { requestId: requestId(), code, name: 'Kiosk' })).toEqual(unknown);
    expect(await admin.ask('device:revoke', { requestId: requestId(), deviceId: 'device-of-nobody' })).toEqual(unknown);

    const leaving = office.screen('kiosk', FROM_LAN);
    const left = await leaving.until(() => leaving.codes[0]);
    const { index } = await admin.view(({ supervisor }) => supervisor?.pairing[0]?.code === left);
    leaving.close();
    await admin.view(({ supervisor }) => supervisor?.pairing.length === 0, index);
    expect(await admin.ask('device:accept', { requestId: requestId(), code: left, name: 'Kiosk' })).toEqual(unknown);
    expect(office.server.setup.accounts.devices.list()).toHaveLength(1);
  });

  it('is for supervisors only: a clerk neither sees the code nor may accept it', async () => {
    const office = await openOffice();
    const lan = await office.desk(LAN);
    const screen = office.screen('display', FROM_LAN);
    const code = await screen.until(() => screen.codes[0]);
    expect(await lan.ask('device:accept', { requestId: requestId(), code, name: 'TV' })).toEqual({
      ok: false,
      rejection: { code: 'SupervisorOnly' },
    });
    expect(JSON.stringify(lan.views)).not.toContain(code);
    expect(screen.messages).toEqual(['hello', 'pairing']);
  });

  it('pairs a screen once when two supervisors accept its code at the same moment', async () => {
    const office = await openOffice();
    const desks = [await office.desk(ADMIN), await office.desk(ADMIN)];
    const screen = office.screen('display', FROM_LAN);
    const code = await screen.until(() => screen.codes[0]);
    const results = await Promise.all(
      desks.map((desk) => desk.ask('device:accept', { requestId: requestId(), code, name: 'TV' })),
    );
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    await screen.until(() => screen.tokens[0]);
    expect([screen.tokens.length, office.server.setup.accounts.devices.list().length]).toEqual([1, 1]);
  });

  it('allows five unpaired screens per address, and another one when one of them disconnects', async () => {
    const office = await openOffice();
    const screens = Array.from({ length: 5 }, () => office.screen('display', FROM_LAN));
    for (const screen of screens) await screen.until(() => screen.codes[0]);
    const sixth = office.screen('display', FROM_LAN);
    await sixth.until(() => sixth.disconnects[0]);
    expect(sixth.messages).toEqual(['hello']);
    const admin = await office.desk(ADMIN);
    screens[0]?.close();
    await admin.view(({ supervisor }) => supervisor?.pairing.length === 4);
    const next = office.screen('display', FROM_LAN);
    await next.until(() => next.codes[0]);
  });

  it('shows a paired screen as offline when it disconnects', async () => {
    const office = await openOffice();
    const admin = await office.desk(ADMIN);
    const token = await office.pair('display', admin);
    const screen = await office.connect('display', { ...FROM_LAN, token });
    const { index } = await admin.view(({ supervisor }) => supervisor?.devices[0]?.online === true);
    screen.close();
    await admin.view(({ supervisor }) => supervisor?.devices[0]?.online === false, index);
  });
});
