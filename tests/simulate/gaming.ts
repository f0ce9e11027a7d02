/** Whether a visitor gains by taking several tickets for dossiers that one ticket could hold. */
import { REGULAR } from '../../shared/office/office.ts';
import { addDays, type EpochMs, MINUTE } from '../../shared/time.ts';
import { TODAY } from '../queue/office.ts';
import { simulateDay } from './office-day.ts';
import { seededRandom } from './random.ts';
import { Calendar, type Visitor } from './visitors.ts';
import { officeOf, type World, world } from './world.ts';

/** One counter for one service, so that tickets of one visitor are not served at the same time. */
export const ONE_COUNTER = world('one counter', {
  services: [{ id: 'civil', minutes: 9, variation: 0.7, share: 1 }],
  counters: [['civil']],
  load: { morning: 0.8, afternoon: 0.6 },
});

const COMES_AFTER = 60 * MINUTE;
const DOSSIER = 5 * MINUTE;

/** Mean minutes until the last dossier is done of a visitor who takes one ticket for each of these numbers of dossiers. */
export function doneAfter(world: World, tickets: readonly number[], days: number): number {
  const calendar = new Calendar(world, seededRandom(1));
  let total = 0;
  for (let count = 0, date = TODAY; count < days; count += 1, date = addDays(date, 1)) {
    const day = calendar.day(date);
    const arrivesAt = day.opensAt + COMES_AFTER;
    const own = tickets.map((dossiers) => visitorWith(dossiers, arrivesAt));
    const visitors = [...day.visitors, ...own].sort((a, b) => a.arrivesAt - b.arrivesAt);
    let doneAt: EpochMs = arrivesAt;
    simulateDay({ ...day, visitors }, officeOf(world, date), null, {
      calls: () => undefined,
      finished: (visitor, at) => {
        if (own.includes(visitor)) doneAt = at;
      },
    });
    total += doneAt - arrivesAt;
  }
  return total / days / MINUTE;
}

function visitorWith(dossiers: number, arrivesAt: EpochMs): Visitor {
  return {
    arrivesAt,
    serviceId: 'civil',
    classId: REGULAR,
    dossiers: Array.from({ length: dossiers }, () => DOSSIER),
    bookedFor: null,
    comes: true,
    missesBy: null,
    fixesPapersFor: null,
    transfer: null,
    forgotten: false,
  };
}
