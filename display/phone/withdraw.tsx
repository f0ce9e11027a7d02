import { useSignal } from '@preact/signals';
import { newRequestId } from '../../shared/client/connection.ts';
import type { Rejection, Result } from '../../shared/rejections.ts';
import { words } from './words.ts';

interface WithdrawProps {
  onWithdraw: (requestId: string) => Promise<Result<null>>;
  explained: (rejection: Rejection) => string;
}

/** Asks once more: the place in the line is lost. */
export function Withdraw({ onWithdraw, explained }: WithdrawProps) {
  const step = useSignal<'idle' | 'asked' | 'sending'>('idle');
  const trouble = useSignal<Rejection | null>(null);
  const text = words();
  const send = async (): Promise<void> => {
    step.value = 'sending';
    const done = await onWithdraw(newRequestId());
    // The next view shows what became of it.
    trouble.value = done.ok ? null : done.rejection;
    step.value = 'idle';
  };
  if (step.value === 'idle') {
    return (
      <section class="action">
        {trouble.value && <p role="alert">{explained(trouble.value)}</p>}
        <button
          type="button"
          class="quiet"
          onClick={() => {
            step.value = 'asked';
          }}
        >
          {text.withdraw}
        </button>
      </section>
    );
  }
  return (
    <section class="action question" role="alert">
      <p>{text.withdrawQuestion}</p>
      <button
        type="button"
        class="primary"
        onClick={() => {
          step.value = 'idle';
        }}
      >
        {text.withdrawNo}
      </button>
      <button type="button" class="grave" disabled={step.value === 'sending'} onClick={() => void send()}>
        {step.value === 'sending' ? text.sending : text.withdrawYes}
      </button>
    </section>
  );
}
