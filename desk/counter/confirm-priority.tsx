import { REGULAR } from '../../shared/office/office.ts';
import type { DeskTicket } from '../../shared/protocol/views/hall.ts';
import type { Orders } from '../connection/commands.ts';
import { Press } from '../parts/press.tsx';
import { words } from '../parts/words.ts';

/** A priority reason claimed at the kiosk: staff look at the visitor or the papers once, and press one key. */
export function SettleClass({ orders, ticket }: { orders: Orders; ticket: DeskTicket }) {
  if (ticket.classConfirmed) return null;
  const say = words().settleClass;
  return (
    <fieldset class="settle-class">
      <legend>
        <span class="unseen">{ticket.number}: </span>
        {say.question}
      </legend>
      <Press shortcut="v" onPress={() => void orders.settleClass(ticket.id, ticket.classId)}>
        {say.confirm}
      </Press>
      <Press shortcut="b" onPress={() => void orders.settleClass(ticket.id, REGULAR)}>
        {say.takeBack}
      </Press>
    </fieldset>
  );
}
