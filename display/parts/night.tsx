import type { ReadonlySignal } from '@preact/signals';
import { isTimeInDoubt } from '../../shared/client/clock.ts';
import { language } from '../../shared/client/language.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';
import { date, clock as wallClock } from '../../shared/words/common.ts';
import { Bilingual, openingText } from './bilingual.tsx';
import { Motto } from './motto.tsx';

/** The screen outside opening hours: a dim clock shows that the screen works, and moves so that it does not burn in. */
export function Night({ view, clock }: { view: DisplayView; clock: ReadonlySignal<EpochMs> }) {
  const { office, opening } = view;
  const now = clock.value;
  return (
    <main class="night">
      <div class="dim" style={placeAt(now)}>
        {!isTimeInDoubt(view.health) && (
          <>
            <p class="time">{wallClock(now, office.timeZone)}</p>
            <p class="date">{date(now, office.timeZone, language.value)}</p>
          </>
        )}
        <p class="when">
          <Bilingual text={openingText(opening, now, office.timeZone)} />
        </p>
        <Motto office={office} />
      </div>
    </main>
  );
}

/** The two periods have no common divisor: the clock returns to the same place only after 77 minutes. */
function placeAt(now: EpochMs): { left: string; top: string } {
  const minute = Math.floor(now / MINUTE);
  return { left: `${(minute % 11) * 4.5}%`, top: `${(minute % 7) * 9}%` };
}
