import type { CounterView, DeskTicket } from '../../shared/protocol/views/hall.ts';
import type { Part } from '../connection/desk.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { useClosing } from '../parts/dialog.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { words } from '../parts/words.ts';
import { PauseDialog } from './pause-dialog.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

/** What has to be asked before an order can be given. */
export type Question = { kind: 'pause' } | { kind: 'call' | 'transfer' | 'withdraw'; ticket: DeskTicket };

type Props = Part & { counter: CounterView; question: Question; onClose(): void };

export function QuestionDialog(props: Props) {
  const { question, counter, orders, onClose } = props;
  const say = words().dialogs;
  const closeAfter = useClosing(onClose);
  switch (question.kind) {
    case 'pause':
      return (
        <PauseDialog
          orders={orders}
          onPause={(reason, minutes) => closeAfter(orders.pause(counter.id, reason, minutes))}
          onClose={onClose}
        />
      );
    case 'call':
      return (
        <ReasonDialog
          title={say.call(question.ticket.number)}
          lead={say.callLead}
          reasons={say.callReasons}
          orders={orders}
          onReason={(reason) => closeAfter(orders.call(counter.id, question.ticket.id, reason))}
          onClose={onClose}
        />
      );
    case 'transfer':
      return (
        <TransferDialog
          {...props}
          ticket={question.ticket}
          onService={(serviceId) => closeAfter(orders.transfer(counter.id, serviceId))}
        />
      );
    case 'withdraw':
      return (
        <ConfirmDialog
          title={say.withdraw(question.ticket.number)}
          lead={say.withdrawLead}
          action={say.withdrawConfirm}
          orders={orders}
          order={() => orders.ticket('withdraw', question.ticket.id)}
          onClose={onClose}
        />
      );
    default:
      return question satisfies never;
  }
}
