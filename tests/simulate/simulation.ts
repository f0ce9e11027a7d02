/** Days of one office, one after another, each learning from the one before. */
import type { State } from '../../server/queue/state.ts';
import { addDays } from '../../shared/time.ts';
import { TODAY } from '../queue/office.ts';
import { type Promised, Promises } from './estimates.ts';
import { Fairness } from './fairness.ts';
import { playDay } from './office-day.ts';
import { chance } from './random.ts';
import { officeOf, type Setting } from './setting.ts';
import { Calendar } from './visitors.ts';

export interface Played {
  setting: Setting;
  promised: Promised[];
  fairness: Fairness;
  /** The same visitors, called in order of arrival whatever their class. */
  strict: Fairness;
}

export function play(setting: Setting, days: number, seed: number): Played {
  const calendar = new Calendar(setting, chance(seed));
  const played: Played = { setting, promised: [], fairness: new Fairness(), strict: new Fairness() };
  const { fairness, strict } = played;
  let before: State | null = null;
  for (let count = 0, date = TODAY; count < days; count += 1, date = addDays(date, 1)) {
    const day = calendar.day(date);
    const promises = new Promises();
    fairness.newDay();
    strict.newDay();
    before = playDay(day, officeOf(setting, date), before, {
      issued: (state, ticket) => promises.told(state, ticket),
      calls: (state, called, counterId, at) => {
        promises.called(called, at);
        fairness.called(state, called, counterId, at);
      },
    });
    playDay(day, officeOf(setting, date, true), null, {
      calls: (state, called, counterId, at) => strict.called(state, called, counterId, at),
    });
    played.promised.push(...promises.kept);
  }
  return played;
}
