import { expect, it } from 'vitest';
import { REGULAR } from '../../../shared/office/office.ts';
import { ADMIN, LAN, openOffice } from '../../server/office.ts';
import { FROM_LAN, granted, requestId } from '../../server/screen.ts';
import { withoutHeartbeat } from './without-heartbeat.ts';

withoutHeartbeat();

/** Milliseconds in which changes are combined into one view. */
const COALESCE = 40;

it('combines the changes of 300 tickets into few views, the last of which is complete', async () => {
  const office = await openOffice();
  const display = await office.connect('display');
  const kiosks = await Promise.all(Array.from({ length: 10 }, () => office.connect('kiosk')));
  const before = display.views.length;
  const began = performance.now();
  await Promise.all(
    kiosks.map(async (kiosk) => {
      for (let count = 0; count < 30; count += 1)
        granted(await kiosk.ask('ticket:issue', { requestId: requestId(), serviceId: 'land', ticketClass: REGULAR }));
    }),
  );
  const { index } = await display.view(({ services }) => services.some(({ waiting }) => waiting === 300));
  const periods = (performance.now() - began) / COALESCE;
  expect(index - before).toBeLessThanOrEqual(Math.ceil(periods) + 1);
});

it('sends a change that restores an earlier view to a screen that connected in between', async () => {
  const office = await openOffice();
  const first = await office.connect('display');
  const shown = (waiting: number) => (view: (typeof first)['shown']) => view.services[1]?.waiting === waiting;
  const desk = await office.desk(LAN);
  first.close();
  await first.until(() => first.disconnects[0]);

  // The ticket is issued while no TV is connected. A TV that connects then must get the view after its withdrawal.
  const kiosk = await office.connect('kiosk');
  const { id } = granted(await kiosk.ask('ticket:issue', { requestId: requestId(), serviceId: 'land' }));
  const second = await office.connect('display');
  expect(shown(1)(second.shown)).toBe(true);
  granted(await desk.ask('ticket:withdraw', { requestId: requestId(), ticketId: id }));
  await second.view(shown(0), 1);
});

it('shows supervisors the current pairing code in few views when many screens connect and disconnect', async () => {
  const office = await openOffice();
  const admin = await office.desk(ADMIN);
  const before = admin.views.length;
  const began = performance.now();
  for (let count = 0; count < 20; count += 1) {
    const screen = office.screen('display', FROM_LAN);
    await screen.until(() => screen.codes[0]);
    screen.close();
  }
  const last = office.screen('display', FROM_LAN);
  const code = await last.until(() => last.codes[0]);
  const { index } = await admin.view(
    ({ supervisor }) => supervisor?.pairing.length === 1 && supervisor.pairing[0]?.code === code,
    before,
  );
  expect(index - before).toBeLessThanOrEqual(Math.ceil((performance.now() - began) / COALESCE) + 1);
});
