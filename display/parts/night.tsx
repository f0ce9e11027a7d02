import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { isTimeInDoubt } from '../../shared/client/clock.ts';
import { language } from '../../shared/client/language.ts';
import { LANGUAGES, type Language } from '../../shared/language.ts';
import type { Opening } from '../../shared/protocol/views/common.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';
import { dayOfYear, openingMoment } from '../../shared/words/common.ts';
import { phrase } from './bilingual.tsx';
import { BlinkingClock } from './clock.tsx';
import { Ornament } from './ornament.tsx';

interface Props {
  view: DisplayView;
  clock: ReadonlySignal<EpochMs>;
  /** What the screen shows until the code of this page has loaded. */
  instead: ComponentChildren;
}

/** The screen outside opening hours: a dim clock shows that the screen works, and moves so that it does not burn in. */
export function Night({ view, clock }: Props) {
  const { office, opening } = view;
  const now = clock.value;
  const other = LANGUAGES.find((each) => each !== language.value) ?? language.value;
  return (
    <main class="night">
      <Ornament />
      <div class="dim" style={placeAt(now)}>
        {!isTimeInDoubt(view.health) && (
          <>
            <p class="time">
              <BlinkingClock at={now} timeZone={office.timeZone} />
            </p>
            <p class="date">{dayOfYear(now, office.timeZone, language.value)}</p>
          </>
        )}
        <p class="when" lang={language.value}>
          {whenText(opening, now, office.timeZone, language.value)}
        </p>
        <p class="other" lang={other}>
          {whenText(opening, now, office.timeZone, other)}
        </p>
        <p class="online">{phrase((words) => words.online)[language.value]}</p>
        {office.hotline !== '' && (
          <p class="hotline">{phrase((_, common) => common.hotline(office.hotline))[language.value]}</p>
        )}
      </div>
    </main>
  );
}

function whenText(opening: Opening, now: EpochMs, timeZone: string, language: Language): string {
  const opensAt = opening.state === 'closed' ? opening.opensAt : null;
  return phrase((words) =>
    opensAt === null ? words.closed : words.opens(openingMoment(opensAt, now, timeZone, language)),
  )[language];
}

/** 24 px at 1920 each minute. The two periods have no common divisor: the clock returns to the same place only after 77 minutes. */
function placeAt(now: EpochMs): { left: string; top: string } {
  const minute = Math.floor(now / MINUTE);
  return { left: `${2.4 + (minute % 11) * 1.2}rem`, top: `${2 + (minute % 7) * 1.2}rem` };
}
