import type { ReadonlySignal } from '@preact/signals';
import { language } from '../../shared/client/language.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { Bilingual, openingText, phrase } from '../parts/bilingual.tsx';
import { Ornament } from '../parts/ornament.tsx';
import { type CurrentCall, isCalling } from './current-call.ts';
import { Media } from './media.tsx';
import type { MediaRotation } from './media-rotation.ts';

interface Props {
  call: CurrentCall | null;
  rotation: MediaRotation;
  hall: DisplayView;
  clock: ReadonlySignal<EpochMs>;
}

/** The current call; while there is none, a picture or video, or a welcome. */
export function CallPanel({ call, rotation, hall, clock }: Props) {
  const busy = isCalling(call);
  const covered = rotation.ready.value && !busy;
  return (
    <section class={call ? `call ${call.stage}` : 'call idle'}>
      <Ornament />
      <Media rotation={rotation} busy={busy} />
      {!covered && (call ? <Huge call={call} /> : <Welcome hall={hall} clock={clock} />)}
      <p class="spoken" aria-live="assertive">
        {call?.stage === 'announcing' &&
          phrase((words) => words.spokenCall(call.number, call.counterNumber))[language.value]}
      </p>
    </section>
  );
}

function Huge({ call }: { call: CurrentCall }) {
  const serving = call.stage === 'serving';
  return (
    <div class="huge" key={call.key}>
      <div class="who">
        <h2>
          <Bilingual text={phrase((words) => (serving ? words.nowServing : words.pleaseCome))} />
        </h2>
        <p class={`number ${width(call.number)}`}>{call.number}</p>
        {call.recall && (
          <p class="recall">
            <Bilingual text={phrase((words) => words.recall)} />
          </p>
        )}
      </div>
      <div class="where">
        <p class="label">
          <Bilingual text={phrase((words) => (serving ? words.atCounter : words.toCounter))} />
        </p>
        <p class={`counter signs-${String(call.counterNumber).length}`}>{call.counterNumber}</p>
      </div>
      {call.stage === 'announcing' && <i class="pulse" />}
    </div>
  );
}

/** W and M are half as wide again as other letters; from the thousandth ticket of a day on, numbers have a digit more. */
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
        <Bilingual
          text={open ? phrase((words) => words.welcome) : openingText(opening, clock.value, office.timeZone)}
        />
      </h2>
      {open && (
        <p>
          <Bilingual text={phrase((words) => (stuck ? words.noNumbers : words.welcomeHint))} />
        </p>
      )}
    </div>
  );
}
