// Estimates of the same second share one forward play. The result must be the same as with a play of its own for each.
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

function estimates({ state }: Hall, at: string) {
  return services.flatMap((serviceId) =>
    classes.map((classId) => {
      const place = { ticketId: 'new', serviceId, classId, arrivedAt: time(at), order: state.lastSeq + 1, dossiers: 1 };
      return estimateWait(state, state.office, place, time(at));
    }),
  );
}

/** The same hall, rebuilt from its events, so that no forward play is kept for it. */
function withoutPlay({ events }: Hall): Hall {
  const hall = new Hall();
  Object.assign(hall.state, replayed(events));
  return hall;
}

it.each([5, 40, 120])(
  'gives the same estimates with a shared forward play as with a new one, with %i waiting',
  (waiting) => {
    const day = fc.array(step, { minLength: 1, maxLength: 40, size: 'max' });
    fc.assert(
      fc.property(fc.infiniteStream(visitor), day, (early, steps) => {
        const hall = new Hall({}, { civil: MINUTES, land: MINUTES });
        hall.given('08:00', opened(1, anna), opened(2, binh));
        const issue = (at: string, wish: { serviceId: string; classId: string; dossiers: number }) =>
          hall.execute(at, { type: 'IssueTicket', ticketId: `t-${hall.events.length}`, ...wish });
        for (let count = 0; count < waiting; count += 1) issue('08:30', early.next().value);
        for (const step of steps) {
          if (typeof step !== 'string') issue('09:00', step);
          else if (hall.when('09:00', { type: step, counterId: 'c1' }).decision.ok)
            hall.execute('09:00', { type: step, counterId: 'c1' });
          expect(estimates(hall, '09:00')).toEqual(estimates(withoutPlay(hall), '09:00'));
        }
      }),
      { numRuns: 25 },
    );
  },
);
