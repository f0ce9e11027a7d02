import { say } from '../../shared/client/language.ts';
import type { DeskTicket, DeskView } from '../../shared/protocol/views/hall.ts';
import type { Orders } from '../connection/commands.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Press } from '../parts/press.tsx';
import { words } from '../parts/words.ts';

interface Props {
  view: DeskView;
  ticket: DeskTicket;
  orders: Orders;
  onService(serviceId: string): void;
  onClose(): void;
}

/** Every other service; its letter is its key. */
export function TransferDialog({ view, ticket, orders, onService, onClose }: Props) {
  const text = words().dialogs;
  return (
    <Dialog title={text.transfer(ticket.number)} lead={text.transferLead} orders={orders} onClose={onClose}>
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
