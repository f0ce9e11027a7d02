import { Icon } from './icons.tsx';
import { BACK } from './keys.ts';
import { words } from './words.ts';

interface DoneStepProps {
  /** Seconds until the start page comes back by itself. */
  remaining: number | null;
  onDone: () => void;
}

export function DoneStep({ remaining, onDone }: DoneStepProps) {
  const text = words();
  return (
    <nav class="steps">
      {remaining !== null && <p>{text.doneIn(remaining)}</p>}
      <button type="button" class="primary" {...BACK} onClick={onDone}>
        <Icon shape="check" />
        {text.done}
      </button>
    </nav>
  );
}
