import { useEffect } from 'preact/hooks';
import { language } from '../../shared/client/language.ts';
import type { HelpStep } from '../../shared/spoken/help.ts';
import { Icon } from './icons.tsx';
import { keys } from './keys.ts';
import { listening, pressListen, type Speech, speakStep } from './spoken.ts';
import { words } from './words.ts';

/** Where digits are typed, 0 is one of them. */
const TYPED: readonly HelpStep[] = ['code', 'number'];

/** Reads the step aloud that is shown, and from then on each new one. */
export function ListenButton({ speech }: { speech: Speech }) {
  const { step, number, counter } = speech;
  const wanted = listening.value;
  const spokenIn = language.value;
  useEffect(() => {
    if (wanted) speakStep(speech);
  }, [wanted, step, number, counter, spokenIn]);
  return (
    <button
      type="button"
      class="listen-button"
      aria-pressed={wanted}
      {...(TYPED.includes(step) ? keys('/') : keys('0', '/'))}
      onClick={() => pressListen(speech)}
    >
      <Icon shape="loudspeaker" />
      <span class="foot-word">{words().listen}</span>
    </button>
  );
}
