// Whoever asks in the same moment shares a play. Nobody may be able to tell.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { estimateWait } from '../../server/queue/estimate/estimate.ts';
import { anna, binh, Hall, opened, replayed } from './given.ts';
import { ordinaryOffice, time } from './office.ts';

const services = ordinaryOffice.services.map(({ id }) => id);
const classes = ordinaryOffice.ticketClasses.map(({ id }) => id);
const MINUTES = [4, 9, 6].map((minutes) => minutes * 60_000);

const visitor = fc.record({
  serviceId: fc.constantFrom(...services),
  classId: fc.constantFrom(...classes),
  dossiers: fc.constantFrom(1, 1, 1, 7),
});
const press = fc.constantFrom('CallNext' as const, 'StartServing' as const, 'MissTicket' as const);
const step = fc.oneof({ weight: 9, arbitrary: visitor }, { weight: 1, arbitrary: press });

function forecasts({ state }: Hall, at: string) {
  return services.flatMap((serviceId) =>
    classes.map((classId) => {
      const place = { ticketId: 'new', serviceId, classId, arrivedAt: time(at), order: state.lastSeq + 1, dossiers: 1 };
      return estimateWait(state, state.office, place, time(at));
    }),
  );
}

/** The same hall, which nobody has asked yet. */
function unasked({ events }: Hall): Hall {
  const hall = new Hall();
  Object.assign(hall.state, replayed(events));
  return hall;
}

it.each([5, 40, 120])('an estimate is the same whoever asked before in the same moment, with %i waiting', (waiting) => {
  const day = fc.array(step, { minLength: 1, maxLength: 40, size: 'max' });
  fc.assert(
    fc.property(fc.infiniteStream(visitor), day, (early, steps) => {
      const hall = new Hall({}, { civil: MINUTES, land: MINUTES });
      hall.given('08:00', opened(1, anna), opened(2, binh));
      const issue = (at: string, order: { serviceId: string; classId: string; dossiers: number }) =>
        hall.does(at, { type: 'IssueTicket', ticketId: `t-${hall.events.length}`, ...order });
      for (let count = 0; count < waiting; count += 1) issue('08:30', early.next().value);
      for (const step of steps) {
        if (typeof step !== 'string') issue('09:00', step);
        else if (hall.when('09:00', { type: step, counterId: 'c1' }).decision.ok)
          hall.does('09:00', { type: step, counterId: 'c1' });
        expect(forecasts(hall, '09:00')).toEqual(forecasts(unasked(hall), '09:00'));
      }
    }),
    { numRuns: 25 },
  );
});
