/** Measures a ticket, a call and the views while few or very many wait. In memory, so that no disk is part of the figures. */
import { MemoryJournal } from '../../server/journal/memory-journal.ts';
import { atMost, type Figure, median, timed } from './figure.ts';
import { counters, type Hall, openHall } from './hall.ts';

const FEW = 10;
const MANY = 1_000;
const VERY_MANY = 100_000;
const ROUNDS = 9;
const VISITS = 400;
/** A forward play has up to 60 tickets and the desk lists up to 60: with more waiting the cost must stay the same. */
const LIMIT = 3;

/** Microseconds. */
interface Cost {
  issue: number;
  call: number;
  views: number;
}

export async function waiting(): Promise<Figure[]> {
  const halls = [await crowded(FEW), await crowded(MANY), await crowded(VERY_MANY)];
  const costs: Cost[][] = halls.map(() => []);
  // The first round is not measured: the code is optimised during it.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, hall] of halls.entries()) {
      const cost = await visits(hall);
      if (round > 0) costs[index]?.push(cost);
    }
  }
  for (const hall of halls) await hall.stop();
  const [few = [], many = [], veryMany = []] = costs;
  const figure = (part: keyof Cost, name: string): Figure => {
    const ratio = median(veryMany.map((cost, round) => cost[part] / (few[round]?.[part] ?? Number.NaN)));
    const [atFew, atMany] = [few, many].map((rounds) => median(rounds.map((cost) => cost[part])).toFixed(0));
    return atMost(LIMIT, `${name}, 100,000 waiting : 10 waiting`, ratio, {
      note: `   (${atFew} µs, with 1,000 ${atMany} µs)`,
    });
  };
  return [figure('issue', 'a ticket'), figure('call', 'a call'), figure('views', 'views of kiosk, TV and desk')];
}

async function crowded(visitors: number): Promise<Hall> {
  const hall = await openHall(new MemoryJournal());
  await hall.issueMany(visitors, Math.min(visitors, 1_000));
  await hall.printAll();
  return hall;
}

/** Issues as many tickets as are called, so that the number of waiting tickets stays the same. */
async function visits(hall: Hall): Promise<Cost> {
  const times: Cost[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    const index = visit % counters.length;
    const served = counters[index]?.services ?? [];
    const issue = await timed(() => hall.issue(served[visit % served.length]));
    await hall.printAll();
    await hall.at(index, 'FinishTicket');
    const call = await timed(() => hall.at(index, 'CallNext'));
    await hall.at(index, 'StartServing');
    const views = await timed(() => hall.computeViews());
    times.push({ issue: issue * 1000, call: call * 1000, views: views * 1000 });
  }
  return {
    issue: median(times.map(({ issue }) => issue)),
    call: median(times.map(({ call }) => call)),
    views: median(times.map(({ views }) => views)),
  };
}
