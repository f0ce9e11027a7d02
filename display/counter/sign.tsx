import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';
import { Both } from '../parts/bilingual.tsx';
import { MessagePage } from '../parts/connection-page.tsx';
import { Drum } from '../parts/ornament.tsx';
import { counterSign } from './counter-sign.ts';
import { Foot } from './foot.tsx';
import { Services } from './services.tsx';
import { Stage } from './stage.tsx';
import { signPhrase } from './words.ts';

interface Props {
  /** As the page's address names it. */
  counter: string;
  hall: DisplayView;
  lost: boolean;
  updatedAt: EpochMs | null;
  clock: ReadonlySignal<EpochMs>;
}

/** The small screen at one counter. */
export function Sign({ counter, hall, lost, updatedAt, clock }: Props) {
  // Nothing on the sign but its foot goes by the second.
  const minute = useComputed(() => Math.floor(clock.value / MINUTE) * MINUTE);
  const sign = counterSign(hall, counter, minute.value);
  if (!sign) {
    const title = signPhrase((words) => words.noSuchCounter(counter));
    return <MessagePage title={title} body={signPhrase((words) => words.noSuchCounterHint)} />;
  }
  return (
    <div class={`sign ${sign.stage} ${sign.services.length > 2 ? 'crowded' : ''}`}>
      <main>
        <Which counterNumber={sign.counterNumber} />
        <div class="side">
          <Stage sign={sign} timeZone={hall.office.timeZone} />
          <Services services={sign.services} />
        </div>
      </main>
      <Foot hall={hall} lost={lost} updatedAt={updatedAt} clock={clock} />
    </div>
  );
}

/** Readable from the seats. */
function Which({ counterNumber }: { counterNumber: number }) {
  return (
    <h1 class="which">
      <Drum />
      <span class="label">
        <Both text={signPhrase((words) => words.counter)} />
      </span>
      <b class={`signs-${String(counterNumber).length}`}>{counterNumber}</b>
    </h1>
  );
}
