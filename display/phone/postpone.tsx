import { useSignal } from '@preact/signals';
import { newRequestId } from '../../shared/client/connection.ts';
import type { Postponement } from '../../shared/phone-view.ts';
import type { Rejection, Result } from '../../shared/rejections.ts';
import { words } from './words.ts';

export interface Wish {
  requestId: string;
  minutes: Postponement;
}

interface PostponeProps {
  offers: readonly Postponement[];
  onPostpone: (wish: Wish) => Promise<Result<null>>;
  explained: (rejection: Rejection) => string;
}

export function Postpone({ offers, onPostpone, explained }: PostponeProps) {
  const step = useSignal<'idle' | 'asked' | 'sending'>('idle');
  const trouble = useSignal<Rejection | null>(null);
  const text = words();
  const send = async (minutes: Postponement): Promise<void> => {
    step.value = 'sending';
    const done = await onPostpone({ requestId: newRequestId(), minutes });
    // The next view shows what became of it.
    trouble.value = done.ok ? null : done.rejection;
    step.value = 'idle';
  };
  const show = (next: 'idle' | 'asked') => () => {
    step.value = next;
  };
  if (step.value === 'idle') {
    return (
      <section class="action">
        {trouble.value && <p role="alert">{explained(trouble.value)}</p>}
        <button type="button" class="second" onClick={show('asked')}>
          {text.postpone}
        </button>
      </section>
    );
  }
  return (
    <section class="action question mild" role="alert">
      <p>{text.postponeQuestion}</p>
      {offers.map((minutes) => (
        <button
          key={minutes}
          type="button"
          class="second"
          disabled={step.value === 'sending'}
          onClick={() => void send(minutes)}
        >
          {text.postponeBy(minutes)}
        </button>
      ))}
      <button type="button" class="quiet" onClick={show('idle')}>
        {text.postponeNo}
      </button>
    </section>
  );
}
