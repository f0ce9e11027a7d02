import type { ReadonlySignal } from '@preact/signals';
import type { DeskView } from '../../shared/protocol/views/hall.ts';
import type { BusinessDay, EpochMs } from '../../shared/time.ts';
import { capitalised } from '../../shared/words/common.ts';
import { dayName } from './day-names.ts';
import { words } from './words.ts';

interface Props {
  view: DeskView;
  clock: ReadonlySignal<EpochMs>;
  days: readonly BusinessDay[];
  chosen: BusinessDay;
  choose(day: BusinessDay): void;
}

export function ChooseDay({ view, clock, days, chosen, choose }: Props) {
  return (
    <fieldset class="pick days">
      <legend>{words().day}</legend>
      {days.map((day) => {
        const { name, date } = dayName(day, clock.value, view.office.timeZone);
        return (
          <button key={day} type="button" class="pick-one" aria-pressed={day === chosen} onClick={() => choose(day)}>
            {capitalised(name)} <b>{date}</b>
          </button>
        );
      })}
    </fieldset>
  );
}
