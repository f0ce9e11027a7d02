import { REGULAR } from '../../shared/office/office.ts';
import type { DeskTicket, DeskView } from '../../shared/protocol/views/desk.ts';
import type { DeskCommands } from '../connection/commands.ts';
import { Press } from '../parts/press.tsx';
import { words } from '../parts/words.ts';
import { ClassName } from './ticket.tsx';

interface Props {
  view: DeskView;
  commands: DeskCommands;
  ticket: DeskTicket;
}

/** For a priority class that the visitor claimed at the kiosk: staff check it once, by the visitor or the papers. */
export function ConfirmPriority({ view, commands, ticket }: Props) {
  if (ticket.classConfirmed) return null;
  const text = words().confirmPriority;
  return (
    <div class="confirm-priority">
      <fieldset>
        <legend>
          <span class="unseen">{ticket.number}: </span>
          <ClassName view={view} ticket={ticket} look="claimed" /> {text.question}
        </legend>
        <div class="answers">
          <Press shortcut="v" onPress={() => void commands.confirmPriority(ticket.id, ticket.classId)}>
            {text.confirm}
          </Press>
          <Press shortcut="b" onPress={() => void commands.confirmPriority(ticket.id, REGULAR)}>
            {text.takeBack}
          </Press>
        </div>
      </fieldset>
    </div>
  );
}
