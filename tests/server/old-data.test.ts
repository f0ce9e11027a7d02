// A server must start and continue with the data folders of earlier versions: see tests/fixtures/README.md.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type RunningServer, start } from '../../server/server.ts';
import { MINUTE } from '../../shared/time.ts';
import { followed } from '../clock.ts';
import { temporaryFolder } from '../folder.ts';
import { ADMIN, HUNG, LAN } from './office.ts';
import { cookieOf, issueByRest } from './rest.ts';
import { granted, requestId, Screen } from './screen.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
/** A minute after the last event of the day. */
const GOES_ON = Date.parse('2026-11-30T20:47:30Z');
const KIOSK_TOKEN = 'ARqTw2Cp8yhUii4OMk2MgIYH2YYGR9cKXCn8b5lpeU8';

async function started(version: string, at: number) {
  const dataFolder = join(await temporaryFolder(), 'data');
  await cp(join(FIXTURES, `data-${version}`), dataFolder, { recursive: true });
  const machine = { now: at };
  const logged: string[] = [];
  const server: RunningServer = await start({
    port: 0,
    host: '127.0.0.1',
    dataFolder,
    pages: join(dataFolder, 'no-build'),
    build: 'test',
    clock: followed(() => machine.now),
    log: ({ code }) => void logged.push(code),
  });
  onTestFinished(() => server.stop());
  const address = `http://127.0.0.1:${server.port}`;
  return { server, address, logged, machine };
}

it('starts on a data folder of version 0.1.0 in the middle of its day, and goes on', async () => {
  const { server, address, logged } = await started('0.1.0', GOES_ON);
  const supervisor = new Screen(address, 'desk', { headers: await cookieOf({ address }, ADMIN) });
  onTestFinished(() => supervisor.close());
  const { view } = await supervisor.view();
  expect(view.finished.map(({ number }) => number)).toEqual(['A004', 'A001']);
  expect(view.returnable.map(({ number, status }) => [number, status])).toEqual([
    ['A003', 'away'],
    ['A002', 'missed'],
  ]);
  expect(view.waiting.map(({ number }) => number)).toEqual(['B001', 'B002']);
  expect(view.counters.map(({ state, current }) => [state, current?.number ?? null])).toEqual([
    ['open', 'A005'],
    ['open', 'C001'],
    ['closed', null],
    ['closed', null],
  ]);
  expect(view.supervisor?.devices).toMatchObject([{ kind: 'kiosk', name: 'Máy lấy số cửa chính' }]);
  expect(server.setup.accounts.devices.authenticate(KIOSK_TOKEN)).toMatchObject({ kind: 'kiosk' });
  expect((await issueByRest({ address }, requestId(), 'land')).number).toBe('B003');
  const lan = new Screen(address, 'desk', { headers: await cookieOf({ address }, LAN) });
  onTestFinished(() => lan.close());
  granted(await lan.ask('counter:finish', { requestId: requestId(), counterId: 'counter-1' }));
  expect(logged.filter((code) => code !== 'printer-ok')).toEqual([]);
});

it('answers a request id of version 0.1.0 with its first answer', async () => {
  const { address } = await started('0.1.0', GOES_ON);
  expect((await issueByRest({ address }, 'fixture-0006', 'civil-status')).number).toBe('A001');
});

it('opens the next day after a day of version 0.1.0 with its appointments, accounts and numbers from 001', async () => {
  const { address, machine } = await started('0.1.0', GOES_ON);
  machine.now += 24 * 60 * MINUTE;
  expect((await issueByRest({ address }, requestId(), 'civil-status')).number).toBe('A001');
  const { cookie } = await cookieOf({ address }, HUNG);
  const answer = await fetch(`${address}/api/v1/appointments?day=2026-12-02`, { headers: { cookie } });
  expect(await answer.json()).toMatchObject([{ code: '901109', status: 'booked' }]);
});
