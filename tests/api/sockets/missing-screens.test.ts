import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { officeClock } from '../../../server/engine/clock.ts';
import { start } from '../../../server/server.ts';
import { MINUTE } from '../../../shared/time.ts';
import { BUILT } from '../../browser/built-pages.ts';
import { communeOffice } from '../../office.ts';
import { ADMIN, LAN, openOffice, RunningOffice } from '../../server/office.ts';
import { FROM_LAN, granted, requestId, type Screen } from '../../server/screen.ts';

/** A Monday; the office opens until 10:00. */
const OPEN = Date.parse('2026-11-23T09:00:00+07:00');
const NIGHT = Date.parse('2026-11-23T22:00:00+07:00');
const hours = { ...communeOffice.hours, mon: [{ from: '07:30', to: '10:00' }] };

/** Only the engine's heartbeat: sockets keep their own timers. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** An office whose time passes when the test says so; each step ends with a heartbeat, which shows desks the current state. */
async function officeAt(now: number) {
  let wall = now;
  const clock = officeClock(
    () => wall,
    () => wall,
  );
  const office = await openOffice({ clock, office: { hours } });
  const pass = (ms: number): void => {
    wall += ms;
    vi.advanceTimersByTime(5_000);
  };
  return { office, clock, pass };
}

/** Ends the connection as a crash of the browser does: without a word. */
function crash(screen: Screen<'kiosk'> | Screen<'display'>): void {
  const { transport } = screen.socket.io.engine;
  (transport as unknown as { ws: { terminate(): void } }).ws.terminate();
}

/** Waits until the server has noticed the end of these connections: it answers a connection that was made after it. */
async function noticed(office: RunningOffice, ...screens: (Screen<'kiosk'> | Screen<'display'>)[]): Promise<void> {
  for (const screen of screens) await screen.until(() => screen.disconnects[0]);
  await office.screen('display', { auth: { screen: 'no-such-screen' } }).refusal();
}

describe('a screen that loses its connection during opening hours', () => {
  it('is shown to every desk within a minute, and no longer when it is back', async () => {
    const { office, pass } = await officeAt(OPEN);
    const desks = [await office.desk(ADMIN), await office.desk(LAN)];
    const token = await office.pair('display', desks[0] as Screen<'desk'>);
    const television = await office.connect('display', { ...FROM_LAN, token });
    pass(10 * MINUTE);
    const online = await desks[0]?.view(({ supervisor }) => supervisor?.devices[0]?.online === true);
    crash(television);
    await desks[0]?.view(({ supervisor }) => supervisor?.devices[0]?.online === false, online?.index);
    expect(desks.map((desk) => desk.shown.missingScreens)).toEqual([[], []]);
    pass(45_000);
    for (const desk of desks) {
      const { view } = await desk.view(({ missingScreens }) => missingScreens.length > 0);
      expect(view.missingScreens).toMatchObject([
        { kind: 'display', name: 'Màn hình display', counterNumber: null, since: OPEN + 10 * MINUTE },
      ]);
    }
    const since = desks.map((desk) => desk.views.length);
    await office.connect('display', { ...FROM_LAN, token });
    for (const [index, desk] of desks.entries())
      await desk.view(({ missingScreens }) => missingScreens.length === 0, since[index]);
  });

  it('is shown when it is on the server’s own machine, also after a restart without it', async () => {
    const { office, clock, pass } = await officeAt(OPEN);
    const desk = await office.desk(LAN);
    const kiosk = await office.connect('kiosk');
    const sign = await office.connect('display', { auth: { counter: '2' } });
    crash(kiosk);
    crash(sign);
    await noticed(office, kiosk, sign);
    const lost = [
      { kind: 'kiosk', name: null, counterNumber: null },
      { kind: 'display', name: null, counterNumber: 2 },
    ];
    pass(45_000);
    const { view } = await desk.view(({ missingScreens }) => missingScreens.length === 2);
    expect(view.missingScreens).toMatchObject(lost);

    await office.stop();
    const options = { port: 0, host: '127.0.0.1', dataFolder: office.folder, clock, log: () => undefined };
    const again = new RunningOffice(await start({ ...BUILT, ...options }), office.folder, []);
    const desk2 = await again.desk(LAN);
    expect(desk2.shown.missingScreens).toEqual([]);
    pass(45_000);
    expect((await desk2.view(({ missingScreens }) => missingScreens.length === 2)).view.missingScreens).toMatchObject(
      lost,
    );
    await again.stop();
  });

  it('is removed from all desks when staff have looked, and shown again only when it was back and is lost again', async () => {
    const { office, pass } = await officeAt(OPEN);
    const [first, second] = [await office.desk(LAN), await office.desk(ADMIN)];
    const lose = async (): Promise<void> => {
      const television = await office.connect('display');
      crash(television);
      await noticed(office, television);
      pass(45_000);
    };
    await lose();
    const { view, index } = await second.view(({ missingScreens }) => missingScreens.length === 1);
    const screenId = view.missingScreens[0]?.id ?? '';
    granted(await first.ask('screen:dismiss', { requestId: requestId(), screenId }));
    const { index: dismissed } = await second.view(({ missingScreens }) => missingScreens.length === 0, index);
    pass(10 * MINUTE);
    expect((await office.desk(ADMIN)).shown.missingScreens).toEqual([]);
    await lose();
    await second.view(({ missingScreens }) => missingScreens.length === 1, dismissed + 1);
  });

  it('is not shown while the office is closed', async () => {
    const { office, pass } = await officeAt(NIGHT);
    const television = await office.connect('display');
    crash(television);
    await noticed(office, television);
    pass(10 * MINUTE);
    expect((await office.desk(LAN)).shown.missingScreens).toEqual([]);
  });
});
