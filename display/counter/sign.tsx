import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ServiceLoad } from '../../shared/protocol/views/common.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';
import { Bilingual } from '../parts/bilingual.tsx';
import { MessagePage } from '../parts/connection-page.tsx';
import { Ornament } from '../parts/ornament.tsx';
import { counterSign } from './counter-sign.ts';
import { Foot } from './foot.tsx';
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

/** The page of the small screen at one counter. */
export function Sign({ counter, hall, lost, updatedAt, clock }: Props) {
  // Only the foot shows seconds; the rest of the sign renders once a minute.
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

/** The number of the counter, large enough to be read from the seats. */
function Which({ counterNumber }: { counterNumber: number }) {
  return (
    <h1 class="which">
      <Ornament />
      <span class="label">
        <Bilingual text={signPhrase((words) => words.counter)} />
      </span>
      <b class={`signs-${String(counterNumber).length}`}>{counterNumber}</b>
    </h1>
  );
}

/** Up to this number a service is shown in both languages. */
const IN_BOTH = 4;
/** Up to this number services are shown by name; above, only by letter, with which ticket numbers begin. */
const BY_NAME = 8;

function density(services: number): string {
  if (services <= IN_BOTH) return '';
  return services <= BY_NAME ? 'many' : 'letters';
}

/** The services of this counter. */
function Services({ services }: { services: ServiceLoad[] }) {
  return (
    <ul class={`services ${density(services.length)}`}>
      {services.map(({ id, letter, name }) => (
        <li key={id}>
          <b>{letter}</b>
          <span class="name">
            <Bilingual text={name} />
          </span>
        </li>
      ))}
    </ul>
  );
}
