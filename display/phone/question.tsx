import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Rejection, Result } from '../../shared/protocol/rejections.ts';

interface Answers {
  sending: boolean;
  /** Gives the order; the next view shows what became of it. */
  send(order: Promise<Result<null>>): void;
  leave(): void;
}

interface Props {
  /** On the button that leads to the question. */
  button: string;
  question: string;
  /** Nothing is lost by the answer. */
  mild?: boolean;
  explained: (rejection: Rejection) => string;
  children(answers: Answers): ComponentChildren;
}

/** A button that asks once more. */
export function Question({ button, question, mild = false, explained, children }: Props) {
  const step = useSignal<'idle' | 'asked' | 'sending'>('idle');
  const trouble = useSignal<Rejection | null>(null);
  const send = async (order: Promise<Result<null>>): Promise<void> => {
    step.value = 'sending';
    const done = await order;
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
        <button type="button" class={mild ? 'second' : 'quiet'} onClick={show('asked')}>
          {button}
        </button>
      </section>
    );
  }
  return (
    <section class={mild ? 'action question mild' : 'action question'} role="alert">
      <p>{question}</p>
      {children({ sending: step.value === 'sending', send: (order) => void send(order), leave: show('idle') })}
    </section>
  );
}
