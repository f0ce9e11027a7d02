/** Measures how a thousand telephones slow down a clerk's call: the time from "call next" to the lobby TV with them and without. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { joinView } from '../../shared/protocol/view-parts.ts';
import type { DurationMs } from '../../shared/time.ts';
import { openBareDesk, openBareTv } from './bare-screens.ts';
import { type Client, gather } from './crowd.ts';
import { atMost, type Figure, median, timed } from './figure.ts';
import { type RunningOffice, startOffice } from './office.ts';

const PHONES = 1_000;
const CALLS = 40;
/** First visits, not measured: the code is optimised, and service times are known, so that every telephone shows an estimate. */
const WARM_UP = 10;
/** Longer than the server delays the second of two changes that follow closely; each call changes the views of all telephones. */
const BETWEEN: DurationMs = 60;
const LIMIT = 1.5;

export async function phones(folder: string): Promise<Figure[]> {
  const office = await startOffice(join(folder, 'phones'));
  try {
    const desk = await openBareDesk(office.address, await office.signIn());
    const ticketIds = await manyWait(office);
    const tv = await openBareTv(office.address);
    await desk.request('counter:open');
    for (let visit = 0; visit < WARM_UP; visit += 1)
      for (const verb of ['call-next', 'start', 'finish'] as const) await desk.request(`counter:${verb}`);

    const callTimes = async (calls: number): Promise<DurationMs[]> => {
      const times: DurationMs[] = [];
      for (let call = 0; call < calls; call += 1) {
        await pause(BETWEEN);
        let answer: Promise<void> | undefined;
        times.push(
          await timed(() => {
            const seen = tv.nextView();
            answer = desk.request('counter:call-next');
            return seen;
          }),
        );
        await answer;
        await pause(BETWEEN);
        await desk.request('counter:miss');
      }
      return times;
    };

    const before = await callTimes(CALLS / 2);
    const telephones = ticketIds.slice(-PHONES).map((ticket): Client => ({ audience: 'phone', auth: { ticket } }));
    const crowd = await gather(office.address, telephones);
    const crowded = await callTimes(CALLS);
    const { views } = await crowd.leave();
    const quiet = [...before, ...(await callTimes(CALLS / 2))];
    for (const screen of [tv, desk]) screen.close();
    const note = `   (${median(crowded).toFixed(1)} ms : ${median(quiet).toFixed(1)} ms, ${views} views)`;
    const name = `"call next" to the TV, with ${PHONES} telephones : without`;
    return [atMost(LIMIT, name, median(crowded) / median(quiet), { note })];
  } finally {
    await office.stop();
  }
}

/** Issues tickets for all calls and telephones and waits until they are printed, so that nothing else happens during the calls. */
async function manyWait(office: RunningOffice): Promise<string[]> {
  const kiosk = await office.screen('kiosk');
  const tickets = WARM_UP + 2 * CALLS + PHONES;
  const allPrinted = new Promise<void>((resolve) => {
    kiosk.on('view', ({ view: moving }) => {
      const { services, prints } = joinView<'kiosk'>({ steady: {}, moving });
      const waiting = services[0]?.waiting ?? 0;
      if (waiting === tickets && prints.every(({ state }) => state === 'printed')) resolve();
    });
  });
  const ids: string[] = [];
  while (ids.length < tickets) {
    const done = await kiosk.emitWithAck('ticket:issue', { requestId: randomUUID(), serviceId: 'civil-status' });
    if (!done.ok) throw new Error(`A ticket was refused: ${done.rejection.code}`);
    ids.push(done.value.id);
  }
  await allPrinted;
  kiosk.disconnect();
  return ids;
}
