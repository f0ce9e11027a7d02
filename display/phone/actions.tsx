/** What a visitor can do with a waiting ticket; each action asks once more. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { newRequestId } from '../../shared/client/connection.ts';
import type { Rejection, Result } from '../../shared/protocol/rejections.ts';
import type { Postponement } from '../../shared/protocol/views/phone.ts';
import { words } from './words.ts';

export interface PostponeRequest {
  requestId: string;
  minutes: Postponement;
}

interface PostponeProps {
  offers: readonly Postponement[];
  onPostpone: (request: PostponeRequest) => Promise<Result<null>>;
  explained: (rejection: Rejection) => string;
}

export function Postpone({ offers, onPostpone, explained }: PostponeProps) {
  const text = words();
  return (
    <Question button={text.postpone} question={text.postponeQuestion} mild explained={explained}>
      {({ sending, send, leave }) => (
        <>
          {offers.map((minutes) => (
            <button
              key={minutes}
              type="button"
              class="second"
              disabled={sending}
              onClick={() => send(onPostpone({ requestId: newRequestId(), minutes }))}
            >
              {text.postponeBy(minutes)}
            </button>
          ))}
          <button type="button" class="quiet" onClick={leave}>
            {text.postponeNo}
          </button>
        </>
      )}
    </Question>
  );
}

interface WithdrawProps {
  onWithdraw: (requestId: string) => Promise<Result<null>>;
  explained: (rejection: Rejection) => string;
}

/** The visitor loses the place in the line. */
export function Withdraw({ onWithdraw, explained }: WithdrawProps) {
  const text = words();
  return (
    <Question button={text.withdraw} question={text.withdrawQuestion} explained={explained}>
      {({ sending, send, leave }) => (
        <>
          <button type="button" class="primary" onClick={leave}>
            {text.withdrawNo}
          </button>
          <button type="button" class="grave" disabled={sending} onClick={() => send(onWithdraw(newRequestId()))}>
            {sending ? text.sending : text.withdrawYes}
          </button>
        </>
      )}
    </Question>
  );
}

interface Answers {
  sending: boolean;
  /** Waits for the office's answer. Success is shown by the next view, a refusal by the question. */
  send(answer: Promise<Result<null>>): void;
  leave(): void;
}

interface QuestionProps {
  /** The text of the button that opens the question. */
  button: string;
  question: string;
  /** The visitor loses nothing by the answer. */
  mild?: boolean;
  explained: (rejection: Rejection) => string;
  children(answers: Answers): ComponentChildren;
}

function Question({ button, question, mild = false, explained, children }: QuestionProps) {
  const step = useSignal<'idle' | 'asked' | 'sending'>('idle');
  const trouble = useSignal<Rejection | null>(null);
  const send = async (answer: Promise<Result<null>>): Promise<void> => {
    step.value = 'sending';
    const done = await answer;
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
      {children({ sending: step.value === 'sending', send: (answer) => void send(answer), leave: show('idle') })}
    </section>
  );
}
