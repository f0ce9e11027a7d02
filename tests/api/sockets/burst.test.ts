import { expect, it } from 'vitest';
import { LAN, openOffice, testOffice } from '../../server/office.ts';
import { granted, requestId } from '../../server/screen.ts';
import { withoutHeartbeat } from './without-heartbeat.ts';

withoutHeartbeat();

it('pauses a kiosk that issues tickets too fast, shows it on every desk, and resumes when a clerk dismisses it', async () => {
  const rules = { ...testOffice.rules, burst: { tickets: 2, seconds: 60, pauseSeconds: 300 } };
  const office = await openOffice({ office: { rules } });
  const kiosk = await office.connect('kiosk');
  const [first, second] = [await office.desk(LAN), await office.desk(LAN)];
  const issue = () => kiosk.ask('ticket:issue', { requestId: requestId(), serviceId: 'land' });
  for (let count = 0; count < 3; count += 1) granted(await issue());
  expect(await issue()).toMatchObject({ ok: false, rejection: { code: 'KioskPaused' } });

  await first.view(({ bursts }) => bursts.length === 1);
  const { view, index } = await second.view(({ bursts }) => bursts.length === 1);
  expect(view.bursts).toMatchObject([{ kioskName: null, tickets: 3, seconds: 60 }]);
  granted(await first.ask('burst:dismiss', { requestId: requestId(), burstId: view.bursts[0]?.id ?? 0 }));
  await second.view(({ bursts }) => bursts.length === 0, index);
  granted(await issue());
});
