import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { common, language, say } from '../../shared/client/language.ts';
import { Logo } from '../../shared/client/look.tsx';
import { Name } from '../../shared/client/name.tsx';
import type { OfficeHead } from '../../shared/protocol/views/common.ts';
import type { HelpStep } from '../../shared/spoken/help.ts';
import type { EpochMs } from '../../shared/time.ts';
import { date, clock as wallClock } from '../../shared/words/common.ts';
import { aidsShown, hideAids } from './aids.ts';
import { Icon, type Shape } from './icons.tsx';
import { keyGroup, keys } from './keys.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { fetchLazyPages, lazyPage } from './lazy.tsx';
import { PageTurner } from './page-turner.tsx';
import { listening, pressListen, type Speech, speakPage } from './spoken.ts';
import { words } from './words.ts';

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
  /** What is read aloud about the page. A new step closes the page of aids. Null while there is no view. */
  speech: Speech | null;
  children: ComponentChildren;
}

/** Head and foot of every kiosk page: office, clock, messages, aids, listening and language. */
export function Frame({ office, clock, trouble, notice = null, speech, children }: FrameProps) {
  const main = useRef<HTMLElement>(null);
  const entered = office !== null;
  useEffect(() => {
    if (entered) void fetchLazyPages();
  }, [entered]);
  useEffect(() => {
    hideAids();
  }, [speech?.step]);
  return (
    <>
      <header class="head">
        {office && <Logo src={office.look.logo} />}
        <div class="office">
          {office && (
            <span class="name">
              <Name text={say(office.name)} />
            </span>
          )}
          {office && <p class="motto">{say(office.motto)}</p>}
        </div>
        {office && clock && <Clock clock={clock} timeZone={office.timeZone} />}
      </header>
      <Sentence kind="trouble" shape="warning" text={notice === null ? trouble : null} />
      <Sentence kind="notice" shape="card" text={notice} />
      <main ref={main}>{aidsShown.value ? <AidsPage /> : children}</main>
      <footer class="foot">
        <AidsButton />
        {speech && <ListenButton speech={aidsShown.value ? { step: 'aids' } : speech} />}
        <p>{office && common().hotline(office.hotline)}</p>
        <PageTurner main={main} />
        <LanguageSwitch />
      </footer>
    </>
  );
}

/** The live region is always there: screen readers miss one that appears together with its text. */
function Sentence({ kind, shape, text }: { kind: 'trouble' | 'notice'; shape: Shape; text: string | null }) {
  return (
    <div class={kind} role="status">
      {text !== null && (
        <p>
          <Icon shape={shape} />
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
      <Icon shape="person" />
      <span class="foot-word">{words().aids}</span>
    </button>
  );
}

/** On these pages the key 0 types a digit. */
const STEPS_WITH_DIGITS: readonly HelpStep[] = ['code', 'number', 'digits'];

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
      <Icon shape="loudspeaker" />
      <span class="foot-word">{words().listen}</span>
    </button>
  );
}
