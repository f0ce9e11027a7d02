import { newRequestId } from '../../shared/client/connection.ts';
import type { Rejection, Result } from '../../shared/protocol/rejections.ts';
import type { Postponement } from '../../shared/protocol/views/phone.ts';
import { Question } from './question.tsx';
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
