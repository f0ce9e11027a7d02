import { REGULAR } from '../../shared/office/office.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';
import type { StagedOffice } from './staged-office.ts';

/** A visit at a counter, and when it ends. */
interface Visit {
  ticketId: string;
  endsAt: EpochMs;
}

/** Pseudorandom numbers from 0 to 1, the same for each seed. Mulberry32, by Tommy Ettinger. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function oneOf<Item>(weighted: readonly (readonly [Item, number])[], chance: number): Item {
  const sum = weighted.reduce((total, [, weight]) => total + weight, 0);
  let rest = chance * sum;
  for (const [item, weight] of weighted) {
    rest -= weight;
    if (rest < 0) return item;
  }
  throw new Error('a chance is less than 1');
}

const COUNTERS = [0, 1, 2, 3];
/** Visitors per minute. */
const ARRIVAL = 0.6;
/** The share of finished visits that are rated. */
const RATED = 0.66;
/** The share of votes with a number. */
const NAMED = 0.93;
const SERVICES = [
  ['civil-status', 9],
  ['land', 5],
  ['social', 4],
  ['business', 3],
  ['results', 4],
] as const;
const CLASSES = [
  [REGULAR, 16],
  ['elderly', 4],
  ['pregnant', 1],
  ['merit', 1],
] as const;
const LEVELS = [
  [5, 14],
  [4, 7],
  [3, 2],
  [2, 1],
] as const;

/** Simulates four counters minute by minute until that moment; about two thirds of the visitors rate. `services` have weights. */
export async function playMorning(
  office: StagedOffice,
  until: EpochMs,
  services: readonly (readonly [string, number])[] = SERVICES,
): Promise<void> {
  const chance = chances(20_261_123);
  const visits = new Map<number, Visit>();
  for (let at = office.now(); at < until; at += MINUTE) {
    office.passTo(at);
    if (chance() < ARRIVAL) await office.ticket(oneOf(services, chance()), oneOf(CLASSES, chance()));
    for (const counter of COUNTERS) {
      const visit = visits.get(counter);
      if (visit && visit.endsAt > at) continue;
      if (visit) {
        await office.at(counter, 'finish');
        visits.delete(counter);
        if (chance() < RATED) await office.rate(chance() < NAMED ? visit.ticketId : null, oneOf(LEVELS, chance()));
      }
      if ((await office.look(counter)).waiting === 0) continue;
      await office.at(counter, 'call-next');
      const { current } = await office.at(counter, 'start');
      if (current) visits.set(counter, { ticketId: current.id, endsAt: at + (4 + chance() * 6) * MINUTE });
    }
  }
  office.passTo(until);
}
