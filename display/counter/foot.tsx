import type { ReadonlySignal } from '@preact/signals';
import { isTimeInDoubt } from '../../shared/client/clock.ts';
import { language } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import { Bilingual, openingText, phrase } from '../parts/bilingual.tsx';
import { ClockFace } from '../parts/clock.tsx';
import { isOutdated } from '../parts/stage.ts';

interface Props {
  hall: DisplayView;
  lost: boolean;
  updatedAt: EpochMs | null;
  clock: ReadonlySignal<EpochMs>;
}

/** The office and its clock; or a warning that the shown number may be old. */
export function Foot({ hall, lost, updatedAt, clock }: Props) {
  const { office, opening } = hall;
  const now = clock.value;
  return (
    <footer class={lost || isOutdated(updatedAt, now) ? 'foot silent' : 'foot'}>
      {lost || isOutdated(updatedAt, now) ? (
        <Silent lost={lost} updated={updatedAt === null ? '–' : wallClock(updatedAt, office.timeZone)} />
      ) : (
        <>
          <p class="office" lang={language.value}>
            <Name text={office.name[language.value]} />
          </p>
          <p class="opening">
            <Bilingual text={openingText(opening, now, office.timeZone)} />
          </p>
        </>
      )}
      {!isTimeInDoubt(hall.health) && (
        <p class="clock">
          <ClockFace at={now} timeZone={office.timeZone} />
        </p>
      )}
    </footer>
  );
}

function Silent({ lost, updated }: { lost: boolean; updated: string }) {
  return (
    <div class="trouble" role="alert">
      <p class="what">
        <Bilingual text={phrase((words) => (lost ? words.lost : `${words.outdated} ${updated}`))} />
      </p>
      <p class="hint">
        <Bilingual text={phrase((words) => words.lostHint)} />
      </p>
    </div>
  );
}
