import { newRequestId } from '../../shared/client/connection.ts';
import type { Rejection, Result } from '../../shared/protocol/rejections.ts';
import { Question } from './question.tsx';
import { words } from './words.ts';

interface WithdrawProps {
  onWithdraw: (requestId: string) => Promise<Result<null>>;
  explained: (rejection: Rejection) => string;
}

/** Asks once more: the place in the line is lost. */
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
