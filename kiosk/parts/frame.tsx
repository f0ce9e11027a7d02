import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { language, say } from '../../shared/client/language.ts';
import { Logo } from '../../shared/client/look.tsx';
import { Pictogram } from '../../shared/client/pictogram.tsx';
import type { OfficeHead } from '../../shared/protocol/views/common.ts';
import type { EpochMs } from '../../shared/time.ts';
import { date, clock as wallClock } from '../../shared/words/common.ts';
import { HelpButtons, PageOrAids, Sentences, useFrame } from './frame-parts.tsx';
import { LanguageButton } from './language-button.tsx';
import { lazyPage } from './lazy.tsx';
import type { Speech } from './spoken.ts';
import { words } from './words.ts';

const PageTurner = lazyPage(() => import('./page-turner.tsx').then((part) => part.PageTurner), null);

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
  useFrame(office !== null, speech?.step, night ? 'dark' : '');
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
      <Sentences trouble={trouble} notice={notice} />
      <main ref={main}>
        <PageOrAids>{children}</PageOrAids>
      </main>
      <footer class="foot">
        <HelpButtons speech={speech} />
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

/** A component of its own, so that each second renders only the clock again. */
function Clock({ clock, timeZone }: { clock: ReadonlySignal<EpochMs>; timeZone: string }) {
  return (
    <time class="clock">
      <strong>{wallClock(clock.value, timeZone)}</strong>
      <span>{date(clock.value, timeZone, language.value)}</span>
    </time>
  );
}
