/** Counts what a very large office sends: 300 TVs, 50 desks and 2,000 telephones, with five tickets and five visits a second. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { benchOffice } from './bench-office.ts';
import { type Client, gather } from './crowd.ts';
import { atMost, type Figure, shown } from './figure.ts';
import { type Screen, startOffice } from './office.ts';

const TVS = 300;
const DESKS = 50;
const PHONES = 2_000;
const SECONDS = 20;
const PER_SECOND = 5;
const LIMIT_MB = 5;
/** Of the first counter. */
const SERVICE = benchOffice.counters[0]?.services[0] ?? '';
const CLERK = { userName: 'lan', name: 'Lan', role: 'clerk', password: randomUUID() } as const;

export async function traffic(folder: string): Promise<Figure[]> {
  const office = await startOffice(join(folder, 'traffic'));
  try {
    const supervisor = await office.signIn();
    const admin = await office.screen('desk', supervisor);
    await admin.emitWithAck('staff:add', { requestId: randomUUID(), ...CLERK });
    const desk = await office.screen('desk', await office.signIn(CLERK.userName, CLERK.password));
    await press(desk, 'open');
    const phones: Client[] = [];
    while (phones.length < PHONES) phones.push({ audience: 'phone', auth: { ticket: await office.issue(SERVICE) } });
    const crowd = await gather(office.address, [
      ...Array.from({ length: TVS }, (): Client => ({ audience: 'display' })),
      ...Array.from({ length: DESKS }, (): Client => ({ audience: 'desk', headers: supervisor })),
      ...phones,
    ]);
    const begin = performance.now();
    for (let ticket = 0; ticket < SECONDS * PER_SECOND; ticket += 1) {
      await pause(Math.max(0, begin + (ticket * 1_000) / PER_SECOND - performance.now()));
      await office.issue(SERVICE);
      for (const verb of ['call-next', 'start', 'finish'] as const) await press(desk, verb);
    }
    const seconds = (performance.now() - begin) / 1_000;
    const { views, bytes } = await crowd.leave();
    return [
      atMost(LIMIT_MB, `sent to ${TVS} TVs, ${DESKS} desks, ${PHONES} telephones, a second`, bytes / 1e6 / seconds, {
        unit: ' MB',
      }),
      shown('  views a second', Math.round(views / seconds).toLocaleString('en')),
    ];
  } finally {
    await office.stop();
  }
}

async function press(desk: Screen<'desk'>, verb: 'open' | 'call-next' | 'start' | 'finish'): Promise<void> {
  const done = await desk.emitWithAck(`counter:${verb}`, { counterId: 'counter-1', requestId: randomUUID() });
  if (!done.ok) throw new Error(`${verb} was refused: ${done.rejection.code}`);
}
