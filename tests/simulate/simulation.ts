/** Simulates consecutive days of one office, each with what was learned on the days before. */
import type { State } from '../../server/queue/state.ts';
import { addDays } from '../../shared/time.ts';
import { TODAY } from '../queue/office.ts';
import { EstimateRecorder, type RecordedEstimate } from './estimates.ts';
import { Fairness } from './fairness.ts';
import { simulateDay } from './office-day.ts';
import { seededRandom } from './random.ts';
import { Calendar } from './visitors.ts';
import { MORNING, officeOf, type World } from './world.ts';

export interface Simulation {
  world: World;
  estimates: RecordedEstimate[];
  fairness: Fairness;
  /** Of the same visitors, called in order of arrival whatever their class. */
  strict: Fairness;
}

export function simulate(world: World, days: number, seed: number): Simulation {
  const calendar = new Calendar(world, seededRandom(seed));
  const simulation: Simulation = { world, estimates: [], fairness: new Fairness(), strict: new Fairness() };
  const { fairness, strict } = simulation;
  let before: State | null = null;
  for (let count = 0, date = TODAY; count < days; count += 1, date = addDays(date, 1)) {
    const day = calendar.day(date);
    const recorder = new EstimateRecorder(world.lunch ? day.opensAt + MORNING : Number.POSITIVE_INFINITY);
    fairness.newDay();
    strict.newDay();
    const end = simulateDay(day, officeOf(world, date), before, {
      issued: (state, ticket) => recorder.issued(state, ticket),
      calls: (state, called, counterId, at) => {
        recorder.called(called, at);
        fairness.called(state, called, counterId, at);
      },
    });
    before = world.firstDays ? null : end;
    simulateDay(day, officeOf(world, date, true), null, {
      calls: (state, called, counterId, at) => strict.called(state, called, counterId, at),
    });
    simulation.estimates.push(...recorder.recorded);
  }
  return simulation;
}
