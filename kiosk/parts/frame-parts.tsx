/** What the head and foot of the ticket kiosk and of the rating pad have in common. */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { language } from '../../shared/client/language.ts';
import { Pictogram } from '../../shared/client/pictogram.tsx';
import type { HelpStep } from '../../shared/spoken/help.ts';
import { aids, aidsShown, hideAids } from './aids.ts';
import { keyGroup, keys } from './keys.ts';
import { fetchLazyPages, lazyPage } from './lazy.tsx';
import { listening, pressListen, type Speech, speakPage } from './spoken.ts';
import { words } from './words.ts';

const AidsPage = lazyPage(
  () => import('./aids-page.tsx').then((part) => part.AidsPage),
  () => hideAids,
);

/** `entered`: the first view has arrived. `step`: what is read aloud; a new one closes the page of aids. */
export function useFrame(entered: boolean, step: HelpStep | undefined, theme: 'dark' | ''): void {
  useEffect(() => {
    if (entered) void fetchLazyPages();
  }, [entered]);
  useEffect(() => {
    hideAids();
  }, [step]);
  const shown = aids.value.has('contrast') ? 'contrast' : theme;
  // Before the page is painted: a dark page must not flash light.
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = shown;
  }, [shown]);
}

/** The page, or the page of aids in its place. */
export function PageOrAids({ children }: { children: ComponentChildren }) {
  return aidsShown.value ? <AidsPage /> : children;
}

/** `notice` replaces `trouble`: visitors read one sentence, not two. */
export function Sentences({ trouble, notice }: { trouble: string | null; notice: string | null }) {
  return (
    <>
      <Sentence kind="trouble" picture="warn" text={notice === null ? trouble : null} />
      <Sentence kind="notice" picture="card" text={notice} />
    </>
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

/** The buttons of the foot for aids and listening; no listening while there is no view. */
export function HelpButtons({ speech }: { speech: Speech | null }) {
  return (
    <>
      <AidsButton />
      {speech && <ListenButton speech={aidsShown.value ? { step: 'aids' } : speech} />}
    </>
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
  const { step, number, counter, visits } = page;
  const pressed = listening.value;
  const spokenIn = language.value;
  const group = keyGroup.value || undefined;
  const speech = { ...page, group };
  useEffect(() => speakPage(speech), [pressed, step, number, counter, String(visits), group, spokenIn]);
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
