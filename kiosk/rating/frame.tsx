/** Head and foot of the rating pad: small, because one question and its faces have the screen. */
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { language, say } from '../../shared/client/language.ts';
import { Pictogram } from '../../shared/client/pictogram.tsx';
import type { OfficeHead } from '../../shared/protocol/views/common.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import { aids, aidsShown, hideAids } from '../parts/aids.ts';
import { keyGroup, keys } from '../parts/keys.ts';
import { LanguageButton } from '../parts/language-button.tsx';
import { fetchLazyPages, lazyPage } from '../parts/lazy.tsx';
import { listening, pressListen, type Speech, speakPage } from '../parts/spoken.ts';
import { words } from '../parts/words.ts';

const AidsPage = lazyPage(
  () => import('../parts/aids-page.tsx').then((part) => part.AidsPage),
  () => hideAids,
);

/** Pages that have the whole screen. */
const WITHOUT_FRAME = ['reason', 'thanks'];

interface PadFrameProps {
  /** Null until the first view arrives. */
  office: OfficeHead | null;
  /** Null while it is not known which time is right. */
  clock: ReadonlySignal<EpochMs> | null;
  /** The kind of the page, by which the style sheet arranges it. */
  page: string;
  trouble: string | null;
  /** The result of the last scan. It replaces `trouble`: visitors read one sentence, not two. */
  notice: string | null;
  speech: Speech | null;
  children: ComponentChildren;
}

export function PadFrame({ office, clock, page, trouble, notice, speech, children }: PadFrameProps) {
  const entered = office !== null;
  useEffect(() => {
    if (entered) void fetchLazyPages();
  }, [entered]);
  useEffect(() => {
    hideAids();
  }, [speech?.step]);
  const theme = aids.value.has('contrast') ? 'contrast' : '';
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <div class={`exit at-${aidsShown.value ? 'aids' : page}`}>
      <header class="exit-head">
        <span class="name">{office && say(office.name)}</span>
        {office && clock && <Clock clock={clock} timeZone={office.timeZone} />}
      </header>
      <Sentence kind="trouble" picture="warn" text={notice === null ? trouble : null} />
      <Sentence kind="notice" picture="card" text={notice} />
      {/* Another element where head and foot are gone: the answer is a new page, not the old one that has moved. */}
      <main key={String(WITHOUT_FRAME.includes(page))}>{aidsShown.value ? <AidsPage /> : children}</main>
      <footer class="exit-foot">
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
          {words().aids}
        </button>
        {speech && <ListenButton speech={aidsShown.value ? { step: 'aids' } : speech} />}
        <LanguageButton />
      </footer>
    </div>
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
  return <time>{wallClock(clock.value, timeZone)}</time>;
}

/** Reads the shown step aloud, and from then on each new one. On pages with digits the key 0 types a digit. */
function ListenButton({ speech: page }: { speech: Speech }) {
  const { step, visits } = page;
  const pressed = listening.value;
  const spokenIn = language.value;
  const group = keyGroup.value || undefined;
  const typesDigits = step === 'number' || step === 'digits';
  useEffect(() => speakPage({ ...page, group }), [pressed, step, String(visits), group, spokenIn]);
  return (
    <button
      type="button"
      class="listen-button"
      aria-pressed={pressed}
      {...(typesDigits ? keys('/') : keys('0', '/'))}
      onClick={pressListen}
    >
      <Pictogram name="speak" />
      {words().listen}
    </button>
  );
}
