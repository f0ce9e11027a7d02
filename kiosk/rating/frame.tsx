/** Head and foot of the rating pad: small, because one question and its faces have the screen. */
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { say } from '../../shared/client/language.ts';
import { officePart } from '../../shared/client/office-part.ts';
import type { OfficeHead } from '../../shared/protocol/views/common.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import { aidsShown } from '../parts/aids.ts';
import { HelpButtons, PageOrAids, Sentences, useFrame } from '../parts/frame-parts.tsx';
import { LanguageButton } from '../parts/language-button.tsx';
import type { Speech } from '../parts/spoken.ts';

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
  useFrame(office !== null, speech?.step, '');
  return (
    <div class={`exit at-${aidsShown.value ? 'aids' : page}`}>
      <header class="exit-head">
        <span class="name">{office && officePart(say(office.name))}</span>
        {office && clock && <Clock clock={clock} timeZone={office.timeZone} />}
      </header>
      <Sentences trouble={trouble} notice={notice} />
      {/* Another element where head and foot are gone: the answer is a new page, not the old one that has moved. */}
      <main key={String(WITHOUT_FRAME.includes(page))}>
        <PageOrAids>{children}</PageOrAids>
      </main>
      <footer class="exit-foot">
        <HelpButtons speech={speech} />
        <LanguageButton />
      </footer>
    </div>
  );
}

/** A component of its own, so that each second renders only the clock again. */
function Clock({ clock, timeZone }: { clock: ReadonlySignal<EpochMs>; timeZone: string }) {
  return <time>{wallClock(clock.value, timeZone)}</time>;
}
