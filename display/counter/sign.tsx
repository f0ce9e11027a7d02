import { type ReadonlySignal, useComputed } from '@preact/signals';
import { language, say } from '../../shared/client/language.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import { Bilingual } from '../parts/bilingual.tsx';
import { MessagePage } from '../parts/connection-page.tsx';
import { isOutdated } from '../parts/stage.ts';
import { counterSign } from './counter-sign.ts';
import { Services } from './services.tsx';
import { Stage } from './stage.tsx';
import { signPhrase } from './words.ts';

interface Props {
  /** The part of the page's address that names the counter. */
  counter: string;
  hall: DisplayView;
  lost: boolean;
  updatedAt: EpochMs | null;
  clock: ReadonlySignal<EpochMs>;
}

/** The page of the small screen at one counter: whose counter it is, then its state by one colour, then its services. */
export function Sign({ counter, hall, lost, updatedAt, clock }: Props) {
  // Only the services turn within a minute; the rest of the sign renders once a minute.
  const minute = useComputed(() => Math.floor(clock.value / MINUTE) * MINUTE);
  const outdated = useComputed(() => isOutdated(updatedAt, clock.value));
  const sign = counterSign(hall, counter, minute.value);
  if (!sign) {
    const title = signPhrase((words) => words.noSuchCounter(counter));
    return <MessagePage title={title} body={signPhrase((words) => words.noSuchCounterHint)} />;
  }
  const silent = lost || outdated.value;
  return (
    <main class={silent ? `sign ${sign.stage} silent` : `sign ${sign.stage}`}>
      <div class="top">
        <Which counterNumber={sign.counterNumber} />
        <Stage sign={sign} timeZone={hall.office.timeZone} />
      </div>
      {silent ? (
        <p class="strip" role="alert" lang={language.value}>
          <svg class="symbol warning" viewBox="0 0 64 64" aria-hidden="true">
            <path class="line" d="M32 8 59 55H5ZM32 25v13M32 46.5v.1" />
          </svg>
          <span>
            {lost || updatedAt === null
              ? say(signPhrase((words) => words.lost))
              : say(signPhrase((words) => words.outdated(wallClock(updatedAt, hall.office.timeZone))))}
          </span>
        </p>
      ) : (
        <Services services={sign.services} clock={clock} />
      )}
    </main>
  );
}

/** The number of the counter, large enough to be read from the seats. */
function Which({ counterNumber }: { counterNumber: number }) {
  return (
    <h1 class="which">
      <span class="label">
        <Bilingual text={signPhrase((words) => words.counter)} />
      </span>{' '}
      <b class={`digits-${String(counterNumber).length}`}>{counterNumber}</b>
    </h1>
  );
}
