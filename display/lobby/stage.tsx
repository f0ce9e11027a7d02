import { language } from '../../shared/client/language.ts';
import { lazyPart } from '../../shared/client/lazy.tsx';
import type { Text } from '../../shared/language.ts';
import type { DisplayView, MissedCall } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clock } from '../../shared/words/common.ts';
import { openingText, phrase } from '../parts/bilingual.tsx';
import { pageAt } from './board.ts';
import type { CurrentCall } from './current-call.ts';
import type { MediaRotation } from './media-rotation.ts';
import type { NoticePage } from './notices.ts';
import { languageAt, otherLanguage, Turning } from './turning.tsx';

interface Props {
  hall: DisplayView;
  call: CurrentCall | null;
  lost: boolean;
  rotation: MediaRotation;
  notice: NoticePage | null;
  now: EpochMs;
}

/** A picture whose code or file has not arrived in time is skipped and tried again later. */
const media = lazyPart(
  async () => (await import('./media.tsx')).Media,
  () => null,
);

/** Beside the board, the only part that changes: a call, else the loss of the connection, else a picture, else who missed a call and a notice. */
export function Stage({ hall, call, lost, rotation, notice, now }: Props) {
  const covered = rotation.ready.value && !call && !lost;
  return (
    <section class={`call ${call?.stage ?? 'idle'}`}>
      {rotation.current.value && <media.View rotation={rotation} busy={call !== null || lost} now={now} />}
      {call && <Huge call={call} />}
      {!call && lost && <Lost now={now} />}
      {!call && !lost && !covered && <Quiet hall={hall} notice={notice} now={now} />}
      <p class="spoken" aria-live="assertive">
        {call?.stage === 'announcing' &&
          phrase((words) => words.spokenCall(call.number, call.counterNumber))[language.value]}
      </p>
    </section>
  );
}

function Huge({ call: { key, number, counterNumber, recall, stage } }: { call: CurrentCall }) {
  return (
    <div class="huge" key={key}>
      <div class="who">
        <h2>
          <Pair text={phrase((words) => (recall ? words.recall : words.pleaseCome))} />
        </h2>
        <p class={`number signs-${number.length} ${/^[MW]/.test(number) ? 'wide' : ''}`}>{number}</p>
      </div>
      <div class="where">
        <p class="label">
          <Pair text={phrase((words) => words.toCounter)} />
        </p>
        <p class={`counter signs-${String(counterNumber).length}`}>{counterNumber}</p>
        {stage === 'announcing' && <i class="pulse" />}
      </div>
    </div>
  );
}

/** A short text in the screen's language, and in the other one behind or below it. */
function Pair({ text }: { text: Text }) {
  const other = otherLanguage();
  return (
    <>
      <span class="main" lang={language.value}>
        {text[language.value]}
      </span>{' '}
      <span class="other" lang={other}>
        {text[other]}
      </span>
    </>
  );
}

function Lost({ now }: { now: EpochMs }) {
  return (
    <div class="lost-stage" role="alert">
      <h2>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 3 2 21h20zM12 10v5M12 18v.1" />
        </svg>
        <Pair text={phrase((words) => words.lost)} />
      </h2>
      <p>
        <Turning text={phrase((words) => words.lostHint)} now={now} />
      </p>
    </div>
  );
}

/** As many as the stage has room for beside a notice, and alone. */
const MISSED_BESIDE_NOTICE = 2;
const MISSED_ALONE = 5;

function Quiet({ hall, notice, now }: { hall: DisplayView; notice: NoticePage | null; now: EpochMs }) {
  const state = stateText(hall, now);
  const { opening, office } = hall;
  const hasText = state !== null || notice !== null;
  const room = hasText || hall.layout.calls === 'below' ? MISSED_BESIDE_NOTICE : MISSED_ALONE;
  return (
    <div class="quiet">
      {hall.missed.length > 0 && <Missed missed={hall.missed} room={room} timeZone={hall.office.timeZone} now={now} />}
      {state ? (
        <>
          <p class="notice state">
            <Turning text={state} now={now} />
          </p>
          {opening.state !== 'open' && opening.opensAt && (
            <p class="opens">{clock(opening.opensAt, office.timeZone)}</p>
          )}
        </>
      ) : (
        notice && (
          <p class="notice">
            <Turning text={notice.text} now={now} />
          </p>
        )
      )}
      {!hasText && hall.missed.length === 0 && <Welcome now={now} />}
    </div>
  );
}

/** What concerns all visitors more than any notice; null on an ordinary day. */
function stateText({ opening, health, office }: DisplayView, now: EpochMs): Text | null {
  if (opening.state !== 'open') return openingText(opening, now, office.timeZone);
  return health.storage === 'unavailable' ? phrase((words) => words.noNumbers) : null;
}

function Welcome({ now }: { now: EpochMs }) {
  return (
    <div class="welcome">
      <h2>
        <Turning text={phrase((words) => words.welcome)} now={now} />
      </h2>
      <p>
        <Turning text={phrase((words) => words.welcomeHint)} now={now} />
      </p>
    </div>
  );
}

interface MissedProps {
  missed: readonly MissedCall[];
  room: number;
  timeZone: string;
  now: EpochMs;
}

/** Where a visitor who did not hear the call goes, and until when. */
function Missed({ missed, room, timeZone, now }: MissedProps) {
  const pages = Math.ceil(missed.length / room);
  const first = pageAt(now, pages) * room;
  const words = languageAt(now);
  return (
    <div class="missed">
      <h2>
        <Turning text={phrase((words) => words.missed)} now={now} />
        <Dots page={first / room} pages={pages} />
      </h2>
      <ul>
        {missed.slice(first, first + room).map(({ number, counterNumber, until }) => (
          <li key={`${number} ${counterNumber}`} class={number.length + String(counterNumber).length > 5 ? 'long' : ''}>
            <b>{number}</b>
            <span class="at">{phrase((each) => each.counter(counterNumber))[words]}</span>
            <span class="until">{phrase((each) => each.before(clock(until, timeZone)))[words]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** More pages than this are counted in figures, for lack of room. */
const DOTTED = 4;

/** One dot for each page, that of the page shown filled; nothing for a single page. */
export function Dots({ page, pages }: { page: number; pages: number }) {
  if (pages < 2) return null;
  if (pages > DOTTED) return <span class="dots counted">{`${page + 1}/${pages}`}</span>;
  return (
    <span class="dots" aria-hidden="true">
      {Array.from({ length: pages }, (_, index) => (
        <i key={index} class={index === page ? 'on' : ''} />
      ))}
    </span>
  );
}
