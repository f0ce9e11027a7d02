import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ConnectionState } from '../../shared/client/connection.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';
import type { DisplayView } from '../../shared/views.ts';
import { Both, phrase } from '../parts/both.tsx';
import { Drum } from '../parts/drum.tsx';
import { LongLost } from '../parts/long-lost.tsx';
import { Message, Page } from '../parts/message.tsx';
import { Night } from '../parts/night.tsx';
import { Shifting } from '../parts/shifting.tsx';
import { stageOf } from '../parts/stage.ts';
import { counterSign } from './counter-sign.ts';
import { Foot } from './foot.tsx';
import { Services } from './services.tsx';
import { Stage } from './stage.tsx';

interface Props {
  /** As the page's address names it. */
  counter: string;
  view: ReadonlySignal<DisplayView | null>;
  state: ReadonlySignal<ConnectionState>;
  updatedAt: ReadonlySignal<EpochMs | null>;
  clock: ReadonlySignal<EpochMs>;
  /** Null while connected. */
  lostSince: ReadonlySignal<EpochMs | null>;
  /** Null while the office is open or has a break. */
  closedSince: ReadonlySignal<EpochMs | null>;
}

/** The small screen at one counter. */
export function Sign({ counter, view, state, updatedAt, clock, lostSince, closedSince }: Props) {
  const hall = view.value;
  // Nothing on the sign but its foot goes by the second.
  const minute = useComputed(() => Math.floor(clock.value / MINUTE) * MINUTE);
  const { kind } = state.value;
  const stage = useComputed(
    () =>
      view.value &&
      stageOf({ view: view.value, lostSince: lostSince.value, closedSince: closedSince.value, now: clock.value }),
  );
  if (!hall || kind === 'pairing' || kind === 'refused') return <Message state={state.value} />;
  const sign = counterSign(hall, counter, minute.value);
  if (!sign) {
    const head = phrase((words) => words.noSuchCounter(counter));
    return <Page head={head} body={phrase((words) => words.noSuchCounterHint)} />;
  }
  if (stage.value === 'night') return <Night view={hall} clock={clock} />;
  if (stage.value === 'lost') {
    return <LongLost calls={hall.calls} office={hall.office} updatedAt={updatedAt.value} clock={clock} />;
  }
  return (
    <Shifting clock={clock}>
      <div class={`sign ${sign.stage} ${sign.services.length > 2 ? 'crowded' : ''}`}>
        <main>
          <Which counterNumber={sign.counterNumber} />
          <div class="side">
            <Stage sign={sign} timeZone={hall.office.timeZone} />
            <Services services={sign.services} />
          </div>
        </main>
        <Foot hall={hall} lost={kind !== 'online'} updatedAt={updatedAt.value} clock={clock} />
      </div>
    </Shifting>
  );
}

/** Readable from the seats. */
function Which({ counterNumber }: { counterNumber: number }) {
  return (
    <h1 class="which">
      <Drum />
      <span class="label">
        <Both text={phrase((words) => words.counterLabel)} />
      </span>
      <b class={`signs-${String(counterNumber).length}`}>{counterNumber}</b>
    </h1>
  );
}
