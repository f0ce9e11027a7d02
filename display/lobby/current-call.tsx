import type { ReadonlySignal } from '@preact/signals';
import { language } from '../../shared/client/language.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { Opening } from '../../shared/views.ts';
import { Both, openingText, phrase } from '../parts/both.tsx';
import { Drum } from '../parts/drum.tsx';
import { Media } from './media.tsx';
import type { Show } from './show.ts';
import { callsSomebody, type Spotlight } from './spotlight.ts';

interface Props {
  call: Spotlight | null;
  show: Show;
  opening: Opening;
  clock: ReadonlySignal<EpochMs>;
  timeZone: string;
}

export function CurrentCall({ call, show, ...office }: Props) {
  const busy = callsSomebody(call);
  const covered = show.ready.value && !busy;
  return (
    <section class={call ? `call ${call.stage}` : 'call idle'}>
      <Drum />
      <Media show={show} busy={busy} />
      {!covered && (call ? <Huge call={call} /> : <Welcome {...office} />)}
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

function Welcome({ opening, clock, timeZone }: Omit<Props, 'call' | 'show'>) {
  const open = opening.state === 'open';
  return (
    <div class="welcome">
      <h2>
        <Both text={open ? phrase((words) => words.welcome) : openingText(opening, clock.value, timeZone)} />
      </h2>
      {open && (
        <p>
          <Both text={phrase((words) => words.welcomeHint)} />
        </p>
      )}
    </div>
  );
}
