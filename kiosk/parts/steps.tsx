/** Buttons that lead on or back, at the foot of a page. */

import { Pictogram } from '../../shared/client/pictogram.tsx';
import { BACK, keys } from './keys.ts';
import { words } from './words.ts';

interface BackButtonProps {
  /** `BACK_FROM_TYPING` where Backspace erases a digit. */
  pressedBy?: typeof BACK;
  kind?: 'primary' | '';
  onBack: () => void;
}

export function BackButton({ pressedBy = BACK, kind = '', onBack }: BackButtonProps) {
  return (
    <button type="button" class={kind} {...pressedBy} onClick={onBack}>
      <Pictogram name="back" />
      {words().back}
    </button>
  );
}

/** For a page that does not go on by itself after a choice. */
export function GoOnButton({ ready = true, onGoOn }: { ready?: boolean; onGoOn: () => void }) {
  return (
    <button type="button" class="primary" disabled={!ready} {...keys('Enter')} onClick={onGoOn}>
      {words().goOn}
    </button>
  );
}

interface DoneStepProps {
  /** Seconds until the page returns to the start by itself. */
  remaining: number | null;
  onDone: () => void;
}

export function DoneStep({ remaining, onDone }: DoneStepProps) {
  const text = words();
  return (
    <nav class="steps">
      {remaining !== null && <p>{text.doneIn(remaining)}</p>}
      <button type="button" class="primary" {...BACK} onClick={onDone}>
        <Pictogram name="check" />
        {text.done}
      </button>
    </nav>
  );
}
