import type { ReadonlySignal } from '@preact/signals';
import { language } from '../../shared/client/language.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { Both, openingText, phrase } from '../parts/bilingual.tsx';
import { Drum } from '../parts/ornament.tsx';
import { Media } from './media.tsx';
import type { Show } from './media-rotation.ts';
import { callsSomebody, type Spotlight } from './spotlight.ts';

interface Props {
  call: Spotlight | null;
  show: Show;
  hall: DisplayView;
  clock: ReadonlySignal<EpochMs>;
}

export function CurrentCall({ call, show, hall, clock }: Props) {
  const busy = callsSomebody(call);
  const covered = show.ready.value && !busy;
  return (
    <section class={call ? `call ${call.stage}` : 'call idle'}>
      <Drum />
      <Media show={show} busy={busy} />
      {!covered && (call ? <Huge call={call} /> : <Welcome hall={hall} clock={clock} />)}
      <p class="spoken" aria-live="assertive">
        {call?.stage === 'announcing' &&
          phrase((words) => words.spokenCall(call.number, call.counterNumber))[language.value]}
      </p>
    </section>
  );
}

function Huge({ call }: { call: Spotlight }) {
  const serving = call.stage === 'serving';
  return (
    <div class="huge" key={call.key}>
      <div class="who">
        <h2>
          <Both text={phrase((words) => (serving ? words.nowServing : words.pleaseCome))} />
        </h2>
        <p class={`number ${width(call.number)}`}>{call.number}</p>
        {call.recall && (
          <p class="recall">
            <Both text={phrase((words) => words.recall)} />
          </p>
        )}
      </div>
      <div class="where">
        <p class="label">
          <Both text={phrase((words) => (serving ? words.atCounter : words.toCounter))} />
        </p>
        <p class={`counter signs-${String(call.counterNumber).length}`}>{call.counterNumber}</p>
      </div>
      {call.stage === 'announcing' && <i class="pulse" />}
    </div>
  );
}

/** W and M are half as wide again as other letters; the thousandth ticket of a day has a digit more. */
function width(number: string): string {
  if (number.length > 5) return 'longer';
  if (number.length > 4) return 'long';
  return /^[MW]/.test(number) ? 'wide' : '';
}

function Welcome({ hall: { opening, health, office }, clock }: Pick<Props, 'hall' | 'clock'>) {
  const open = opening.state === 'open';
  const stuck = health.storage === 'unavailable';
  return (
    <div class="welcome">
      <h2>
        <Both text={open ? phrase((words) => words.welcome) : openingText(opening, clock.value, office.timeZone)} />
      </h2>
      {open && (
        <p>
          <Both text={phrase((words) => (stuck ? words.noNumbers : words.welcomeHint))} />
        </p>
      )}
    </div>
  );
}
