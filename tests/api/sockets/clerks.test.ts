import { expect, it } from 'vitest';
import { REGULAR } from '../../../shared/office/office.ts';
import { ADMIN, HUNG, LAN, openOffice, type RunningOffice } from '../../server/office.ts';
import { granted, requestId, type Screen } from '../../server/screen.ts';
import { withoutHeartbeat } from './without-heartbeat.ts';

withoutHeartbeat();

const ROUNDS = 12;

async function issue(office: RunningOffice, count: number): Promise<void> {
  const kiosk = await office.connect('kiosk');
  const request = () => ({ requestId: requestId(), serviceId: 'civil-status', ticketClass: REGULAR });
  await Promise.all(Array.from({ length: count }, async () => granted(await kiosk.ask('ticket:issue', request()))));
}

function press(desk: Screen<'desk'>, verb: 'call-next' | 'start' | 'finish', counterId: string) {
  return desk.ask(`counter:${verb}`, { requestId: requestId(), counterId });
}

/** Waits until this desk shows that number at that counter. */
function shows(desk: Screen<'desk'>, counterId: string, number: string) {
  return desk.view(({ counters }) =>
    counters.some(({ id, current }) => id === counterId && current?.number === number),
  );
}

it('calls different visitors for two clerks who press at the same moment, and shows each what the other did', async () => {
  const office = await openOffice();
  const lan = await office.clerkAt('counter-1', LAN);
  const hung = await office.clerkAt('counter-2', HUNG);
  await issue(office, 2 * ROUNDS);
  const called: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const calls = [press(lan, 'call-next', 'counter-1'), press(hung, 'call-next', 'counter-2')];
    const [first, second] = (await Promise.all(round % 2 ? calls : calls.reverse())).map(
      (result) => granted(result).current?.number ?? '',
    );
    const [atLan = '', atHung = ''] = round % 2 ? [first, second] : [second, first];
    called.push(atLan, atHung);
    await Promise.all([shows(lan, 'counter-2', atHung), shows(hung, 'counter-1', atLan)]);
    for (const verb of ['start', 'finish'] as const) {
      for (const result of await Promise.all([press(lan, verb, 'counter-1'), press(hung, verb, 'counter-2')]))
        granted(result);
    }
  }
  expect(new Set(called).size).toBe(2 * ROUNDS);
  expect(await press(lan, 'call-next', 'counter-1')).toMatchObject({ rejection: { code: 'NobodyWaiting' } });
});

it('calls the only visitor for one of two clerks and refuses the other because nobody waits', async () => {
  const office = await openOffice();
  const lan = await office.clerkAt('counter-1', LAN);
  const hung = await office.clerkAt('counter-2', HUNG);
  await issue(office, 1);
  const results = await Promise.all([press(lan, 'call-next', 'counter-1'), press(hung, 'call-next', 'counter-2')]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, rejection: { code: 'NobodyWaiting' } });
});

it('calls one visitor when a clerk presses on two desks at once', async () => {
  const office = await openOffice();
  const desks = [await office.clerkAt('counter-1', LAN), await office.desk(LAN)];
  await issue(office, 2);
  const results = await Promise.all(desks.map((desk) => press(desk, 'call-next', 'counter-1')));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, rejection: { code: 'CounterBusy', number: 'A001' } });
});

it('opens a counter for only one of three people who open it at the same moment', async () => {
  const office = await openOffice();
  const desks = await Promise.all([LAN, HUNG, ADMIN].map((account) => office.desk(account)));
  const request = () => ({ requestId: requestId(), counterId: 'counter-3' });
  const results = await Promise.all(desks.map((desk) => desk.ask('counter:open', request())));
  expect(results.map((result) => (result.ok ? 'open' : result.rejection.code)).sort()).toEqual([
    'CounterTaken',
    'CounterTaken',
    'open',
  ]);
});
