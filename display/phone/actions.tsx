/** What a visitor can do with a waiting ticket; each action asks once more. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { newRequestId } from '../../shared/client/connection.ts';
import type { Rejection, Result } from '../../shared/protocol/rejections.ts';
import type { Postponement } from '../../shared/protocol/views/phone.ts';
import { phone as vi } from '../../shared/words/vi/phone.ts';
import { words } from './words.ts';

export interface PostponeRequest {
  requestId: string;
  minutes: Postponement;
}

interface ActionsProps {
  /** Empty when the ticket may not be postponed. */
  offers: readonly Postponement[];
  onPostpone: (request: PostponeRequest) => Promise<Result<null>>;
  /** The visitor loses the place in the queue. */
  onWithdraw: (requestId: string) => Promise<Result<null>>;
  explained: (rejection: Rejection) => string;
}

export function Actions({ offers, onPostpone, onWithdraw, explained }: ActionsProps) {
  const step = useSignal<'idle' | 'postpone' | 'withdraw'>('idle');
  const sending = useSignal(false);
  const trouble = useSignal<Rejection | null>(null);
  const text = words();
  const show = (next: typeof step.value) => () => {
    step.value = next;
  };
  // Success is shown by the next view, a refusal by the sentence.
  const send = async (answer: Promise<Result<null>>): Promise<void> => {
    sending.value = true;
    const done = await answer;
    trouble.value = done.ok ? null : done.rejection;
    sending.value = false;
    step.value = 'idle';
  };
  if (step.value === 'postpone' && offers.length > 0) {
    return (
      <Question question={text.postponeQuestion} mild>
        <div class="offers">
          {offers.map((minutes) => (
            <button
              key={minutes}
              type="button"
              class="second"
              disabled={sending.value}
              onClick={() => void send(onPostpone({ requestId: newRequestId(), minutes }))}
            >
              {text.postponeBy(minutes)}
            </button>
          ))}
        </div>
        <button type="button" class="second" onClick={show('idle')}>
          {text.postponeNo}
        </button>
      </Question>
    );
  }
  if (step.value === 'withdraw') {
    return (
      <Question question={text.withdrawQuestion}>
        <button type="button" class="primary" onClick={show('idle')}>
          {text.withdrawNo}
        </button>
        <button
          type="button"
          class="grave"
          disabled={sending.value}
          onClick={() => void send(onWithdraw(newRequestId()))}
        >
          {sending.value ? text.sending : text.withdrawYes}
        </button>
      </Question>
    );
  }
  return (
    <section class="action">
      {trouble.value && <p role="alert">{explained(trouble.value)}</p>}
      <div class="pair">
        {offers.length > 0 && (
          <button type="button" class="second postpone" onClick={show('postpone')}>
            {text.postpone}
          </button>
        )}
        <button type="button" class="second withdraw" onClick={show('withdraw')}>
          {text.withdraw}
        </button>
      </div>
    </section>
  );
}

/** `mild`: the visitor loses nothing by the answer. On a short telephone its buttons would otherwise be below the screen. */
function Question(props: { question: string; mild?: boolean; children: ComponentChildren }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.scrollIntoView({ block: 'end' }), []);
  return (
    <section ref={box} class={props.mild ? 'action question mild' : 'action question'} role="alert">
      <p>{props.question}</p>
      {props.children}
    </section>
  );
}

/** The main button of a ticket that no counter can call: a sentence that the visitor holds before the eyes of staff. */
export function AskStaff({ number }: { number: string }) {
  const shown = useSignal(false);
  const text = words();
  const show = (next: boolean) => () => {
    shown.value = next;
  };
  if (!shown.value) {
    return (
      <section class="action">
        <button type="button" class="primary" onClick={show(true)}>
          {text.askStaff}
        </button>
      </section>
    );
  }
  return (
    <Question question={text.showStaff} mild>
      <p class="for-staff" lang="vi" translate={false}>
        {vi.forStaff(number)}
      </p>
      <button type="button" class="second" onClick={show(false)}>
        {text.close}
      </button>
    </Question>
  );
}
