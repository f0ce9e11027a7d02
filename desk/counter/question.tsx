/** The dialogs of a counter: what a clerk is asked before a command is sent. */
import { useSignal } from '@preact/signals';
import { say } from '../../shared/client/language.ts';
import type { CounterView, DeskTicket, DeskView } from '../../shared/protocol/views/desk.ts';
import type { DeskCommands } from '../connection/commands.ts';
import type { DeskProps } from '../connection/desk.ts';
import { ConfirmDialog, Dialog, useClosing } from '../parts/dialog.tsx';
import { Press } from '../parts/press.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { words } from '../parts/words.ts';

export type Question = { kind: 'pause' } | { kind: 'call' | 'transfer' | 'withdraw'; ticket: DeskTicket };

type Props = DeskProps & { counter: CounterView; question: Question; onClose(): void };

export function QuestionDialog(props: Props) {
  const { question, counter, commands, onClose } = props;
  const text = words().dialogs;
  const closeAfter = useClosing(onClose);
  switch (question.kind) {
    case 'pause':
      return (
        <PauseDialog
          commands={commands}
          onPause={(reason, minutes) => closeAfter(commands.pause(counter.id, reason, minutes))}
          onClose={onClose}
        />
      );
    case 'call':
      return (
        <ReasonDialog
          title={text.call(question.ticket.number)}
          lead={text.callLead}
          reasons={text.callReasons}
          commands={commands}
          onReason={(reason) => closeAfter(commands.call(counter.id, question.ticket.id, reason))}
          onClose={onClose}
        />
      );
    case 'transfer':
      return (
        <TransferDialog
          {...props}
          ticket={question.ticket}
          onService={(serviceId) => closeAfter(commands.transfer(counter.id, serviceId, question.ticket.id))}
        />
      );
    case 'withdraw':
      return (
        <ConfirmDialog
          title={text.withdraw(question.ticket.number)}
          lead={text.withdrawLead}
          action={text.withdrawConfirm}
          commands={commands}
          command={() => commands.ticket('withdraw', question.ticket.id)}
          onClose={onClose}
        />
      );
    default:
      return question satisfies never;
  }
}

/** Minutes; null when the clerk does not know. */
const PAUSE_LENGTHS = [null, 5, 10, 15, 30, 60];

interface PauseDialogProps {
  commands: DeskCommands;
  onPause(reason: string, minutes: number | null): void;
  onClose(): void;
}

/** Asks for a reason and a length, which the sign of the counter shows. */
function PauseDialog({ commands, onPause, onClose }: PauseDialogProps) {
  const minutes = useSignal<number | null>(null);
  const text = words().dialogs;
  return (
    <ReasonDialog
      title={text.pause}
      lead={text.pauseLead}
      reasons={text.pauseReasons}
      commands={commands}
      onReason={(reason) => onPause(reason, minutes.value)}
      onClose={onClose}
    >
      <fieldset class="lengths">
        <legend>{text.pauseLength}</legend>
        {PAUSE_LENGTHS.map((length) => (
          <label key={length}>
            <input
              type="radio"
              name="minutes"
              checked={minutes.value === length}
              onChange={() => {
                minutes.value = length;
              }}
            />
            <span>{length === null ? text.pauseOpenEnd : text.pauseMinutes(length)}</span>
          </label>
        ))}
      </fieldset>
    </ReasonDialog>
  );
}

interface TransferDialogProps {
  view: DeskView;
  ticket: DeskTicket;
  commands: DeskCommands;
  onService(serviceId: string): void;
  onClose(): void;
}

/** Offers every other service; the letter of a service is its shortcut. */
function TransferDialog({ view, ticket, commands, onService, onClose }: TransferDialogProps) {
  const text = words().dialogs;
  return (
    <Dialog title={text.transfer(ticket.number)} lead={text.transferLead} commands={commands} onClose={onClose}>
      <ul class="options" data-list>
        {view.services
          .filter(({ id }) => id !== ticket.serviceId)
          .map((service) => (
            <li key={service.id}>
              <Press shortcut={service.letter.toLowerCase()} row onPress={() => onService(service.id)}>
                {say(service.name)}
                <span class="muted line">
                  {words().choose.waiting(service.waiting)} · {text.openCounters(service.openCounters)}
                </span>
              </Press>
            </li>
          ))}
      </ul>
    </Dialog>
  );
}
