/** Measures the time from a clerk's call to the last of twenty lobby TVs, against one bare durable append and one bare round trip. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { joinView } from '../../shared/protocol/view-parts.ts';
import type { DurationMs } from '../../shared/time.ts';
import { openBareFile } from './bare-file.ts';
import { type BareTv, openBareDesk, openBareTv } from './bare-screens.ts';
import { openEcho } from './bare-websocket.ts';
import { atMost, type Figure, median, timed } from './figure.ts';
import { type RunningOffice, startOffice } from './office.ts';
import { asScreens } from './processors.ts';

const TVS = 20;
/** In each part, without tickets and then with them. */
const CALLS = 15;
const PARTS = 4;
/** First calls, not measured, during which the code is optimised. */
const WARM_UP = 10;
/** Longer than the server delays the second of two changes that follow closely. */
const BETWEEN: DurationMs = 60;
const ALL_CALLS = WARM_UP + 2 * PARTS * CALLS;
const LIMIT = 2.5;
const BUSY_LIMIT = 1.2;
/** The length of a call's line in the journal. */
const LINE = Buffer.alloc(240, '.');

export const calls = (folder: string): Promise<Figure[]> => asScreens(() => measure(folder));

async function measure(folder: string): Promise<Figure[]> {
  const office = await startOffice(join(folder, 'calls'));
  const echo = await openEcho();
  const file = await openBareFile(join(folder, 'calls.bare'));
  const quiet: Call[] = [];
  const busy: Call[] = [];
  const screens: { close(): void }[] = [];
  try {
    const desk = await openBareDesk(office.address, await office.signIn());
    screens.push(desk);
    await manyWait(office);
    const others: BareTv[] = [];
    for (let other = 1; other < TVS; other += 1) others.push(await openBareTv(office.address));
    screens.push(...others);
    // The server sends in the order in which the screens connected.
    const last = await openBareTv(office.address);
    screens.push(last);
    await desk.request('counter:open');
    const call = async (): Promise<Call> => {
      await pause(BETWEEN);
      const bare = (await timed(() => file.append(LINE))) + (await timed(() => echo.roundTrip()));
      for (const tv of others) tv.pause();
      const seenByOthers = others.map((tv) => tv.nextView());
      let answer: Promise<void> | undefined;
      const time = await timed(async () => {
        const seen = last.nextView();
        answer = desk.request('counter:call-next');
        await seen;
      });
      for (const tv of others) tv.resume();
      await Promise.all([answer, ...seenByOthers]);
      await pause(BETWEEN);
      await desk.request('counter:miss');
      return { time, bare };
    };
    for (let first = 0; first < WARM_UP; first += 1) await call();
    // Alternately, because other programs of this machine slow down both.
    for (let part = 0; part < PARTS; part += 1) {
      for (let each = 0; each < CALLS; each += 1) quiet.push(await call());
      const tickets = setInterval(() => void office.issue('land'), 1_000);
      for (let each = 0; each < CALLS; each += 1) busy.push(await call());
      clearInterval(tickets);
    }
  } finally {
    for (const screen of screens) screen.close();
    await office.stop();
    echo.stop();
    await file.close();
  }
  const name = `"call next" to the last of ${TVS} TVs`;
  const ratio = median(quiet.map(({ time, bare }) => time / bare));
  const [quietly, busily] = [quiet, busy].map((calls) => median(calls.map(({ time }) => time)));
  return [
    atMost(LIMIT, `${name} : bare append + round trip`, ratio, { note: `   (${quietly?.toFixed(1)} ms)` }),
    atMost(
      BUSY_LIMIT,
      `  while a ticket is issued every second : without`,
      (busily ?? Number.NaN) / (quietly ?? Number.NaN),
      {
        note: `   (${busily?.toFixed(1)} ms)`,
      },
    ),
  ];
}

interface Call {
  time: DurationMs;
  bare: DurationMs;
}

/** Issues enough tickets for all calls and waits until they are printed, so that nothing else happens during the calls. */
async function manyWait(office: RunningOffice): Promise<void> {
  const kiosk = await office.screen('kiosk');
  const allPrinted = new Promise<void>((resolve) => {
    let issued = 0;
    kiosk.on('view', ({ view: moving }) => {
      const { services, prints } = joinView<'kiosk'>({ steady: {}, moving });
      issued = services[0]?.waiting ?? 0;
      if (issued === ALL_CALLS && prints.every(({ state }) => state === 'printed')) resolve();
    });
  });
  for (let visitor = 0; visitor < ALL_CALLS; visitor += 1) {
    await kiosk.emitWithAck('ticket:issue', { requestId: randomUUID(), serviceId: 'civil-status' });
  }
  await allPrinted;
  kiosk.disconnect();
}
