import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { language, say } from '../../shared/client/language.ts';
import { Logo } from '../../shared/client/look.tsx';
import { Pictogram } from '../../shared/client/pictogram.tsx';
import type { OfficeHead } from '../../shared/protocol/views/common.ts';
import type { HelpStep } from '../../shared/spoken/help.ts';
import type { EpochMs } from '../../shared/time.ts';
import { date, clock as wallClock } from '../../shared/words/common.ts';
import { aids, aidsShown, hideAids } from './aids.ts';
import { keyGroup, keys } from './keys.ts';
import { LanguageButton } from './language-button.tsx';
import { fetchLazyPages, lazyPage } from './lazy.tsx';
import { listening, pressListen, type Speech, speakPage } from './spoken.ts';
import { words } from './words.ts';

const PageTurner = lazyPage(() => import('./page-turner.tsx').then((part) => part.PageTurner), null);
const AidsPage = lazyPage(
  () => import('./aids-page.tsx').then((part) => part.AidsPage),
  () => hideAids,
);

interface FrameProps {
  /** Null until the first view arrives. */
  office: OfficeHead | null;
  /** Null while it is not known which time is right. */
  clock: ReadonlySignal<EpochMs> | null;
  /** A problem that visitors must know before they press anything; null when there is none. */
  trouble: string | null;
  /** The result of the visitor's last scan. It replaces `trouble`: visitors read one sentence, not two. */
  notice?: string | null;
  /** Dark ground, by which one sees from the street that the office is closed. */
  night?: boolean;
  /** What is read aloud about the page. A new step closes the page of aids. Null while there is no view. */
  speech: Speech | null;
  children: ComponentChildren;
}

/** Head and foot of every kiosk page: office, clock, messages, aids, listening and language. */
export function Frame({ office, clock, trouble, notice = null, night = false, speech, children }: FrameProps) {
  const main = useRef<HTMLElement>(null);
  const entered = office !== null;
  useEffect(() => {
    if (entered) void fetchLazyPages();
  }, [entered]);
  useEffect(() => {
    hideAids();
  }, [speech?.step]);
  const theme = aids.value.has('contrast') ? 'contrast' : night ? 'dark' : '';
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <>
      <header class="head">
        {office && <Logo src={office.look.logo} />}
        <div class="office">
          {office && <OfficeName name={say(office.name)} />}
          {office && <p class="motto">{say(office.motto)}</p>}
        </div>
        {office && clock && <Clock clock={clock} timeZone={office.timeZone} />}
      </header>
      <Sentence kind="trouble" picture="warn" text={notice === null ? trouble : null} />
      <Sentence kind="notice" picture="card" text={notice} />
      <main ref={main}>{aidsShown.value ? <AidsPage /> : children}</main>
      <footer class="foot">
        <AidsButton />
        {speech && <ListenButton speech={aidsShown.value ? { step: 'aids' } : speech} />}
        <PageTurner main={main} />
        <p class="hotline">
          {office && (
            <>
              <Pictogram name="phone" />
              <span class="foot-more">{words().hotline}</span>
              <strong>{office.hotline}</strong>
            </>
          )}
        </p>
        <LanguageButton />
      </footer>
    </>
  );
}

/** Longer names take smaller letters. */
const LONG_NAME = 44;

/** The authority and its office below one another, as on a sign; the office is the larger one. */
function OfficeName({ name }: { name: string }) {
  const parts = name.split(/ – (?!.* – )/);
  const longest = Math.max(...parts.map(({ length }) => length));
  return (
    <span class={longest > LONG_NAME ? 'name long' : 'name'}>
      {parts.map((part, index) =>
        index === parts.length - 1 ? (
          <strong key={part} class="part">
            {part}
          </strong>
        ) : (
          <span key={part} class="part">
            {part}
          </span>
        ),
      )}
    </span>
  );
}

/** The live region is always there: screen readers miss one that appears together with its text. */
function Sentence({ kind, picture, text }: { kind: 'trouble' | 'notice'; picture: string; text: string | null }) {
  return (
    <div class={kind} role="status">
      {text !== null && (
        <p>
          <Pictogram name={picture} />
          {text}
        </p>
      )}
    </div>
  );
}

/** A component of its own, so that each second renders only the clock again. */
function Clock({ clock, timeZone }: { clock: ReadonlySignal<EpochMs>; timeZone: string }) {
  return (
    <time class="clock">
      <strong>{wallClock(clock.value, timeZone)}</strong>
      <span>{date(clock.value, timeZone, language.value)}</span>
    </time>
  );
}

function AidsButton() {
  return (
    <button
      type="button"
      class="aids-button"
      aria-expanded={aidsShown.value}
      {...keys('Plus')}
      onClick={() => {
        aidsShown.value = !aidsShown.value;
      }}
    >
      <Pictogram name="aids" />
      <span class="foot-word">{words().aids}</span>
    </button>
  );
}

/** On these pages the key 0 types a digit. */
const STEPS_WITH_DIGITS: readonly HelpStep[] = ['code', 'code-again', 'number', 'digits'];

/** Reads the shown step aloud, and from then on each new one. */
function ListenButton({ speech: page }: { speech: Speech }) {
  const { step, number, counter } = page;
  const pressed = listening.value;
  const spokenIn = language.value;
  const group = keyGroup.value || undefined;
  const speech = { ...page, group };
  useEffect(() => speakPage(speech), [pressed, step, number, counter, group, spokenIn]);
  return (
    <button
      type="button"
      class="listen-button"
      aria-pressed={pressed}
      {...(STEPS_WITH_DIGITS.includes(step) ? keys('/') : keys('0', '/'))}
      onClick={pressListen}
    >
      <Pictogram name="speak" />
      <span class="foot-word">{words().listen}</span>
    </button>
  );
}
