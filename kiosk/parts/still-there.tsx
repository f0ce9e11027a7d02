import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { keys } from './keys.ts';
import { listening, speakStep } from './spoken.ts';
import { words } from './words.ts';

/** WCAG 2.2.1 asks for at least 20 seconds. */
const WARNING_SECONDS = 20;

/** Warns before an idle page returns to the start. Any touch gives more time, so the button for that has no action of its own. */
export function StillThere({ remaining, onLeave }: { remaining: ReadonlySignal<number | null>; onLeave: () => void }) {
  const seconds = remaining.value;
  if (seconds === null || seconds > WARNING_SECONDS) return null;
  return <Warning seconds={seconds} onLeave={onLeave} />;
}

function Warning({ seconds, onLeave }: { seconds: number; onLeave: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    if (listening.value) speakStep({ step: 'still-there' });
    // Closing the dialog returns the focus to the button that had it.
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} class="still-there" aria-labelledby="still-there">
      <h2 id="still-there">{words().stillThere}</h2>
      <p>{words().returnsIn(seconds)}</p>
      <div class="choices">
        <button type="button" class="primary" {...keys('1')}>
          {words().moreTime}
        </button>
        <button type="button" {...keys('-', 'Escape')} onClick={onLeave}>
          {words().leave}
        </button>
      </div>
    </dialog>
  );
}
