import type { Orders, Outcome } from '../connection/commands.ts';
import { Dialog, useClosing } from './dialog.tsx';
import { Press } from './press.tsx';

interface Props {
  title: string;
  lead: string;
  action: string;
  orders: Orders;
  order(): Promise<Outcome>;
  onClose(): void;
}

/** For what cannot be taken back. */
export function ConfirmDialog({ title, lead, action, orders, order, onClose }: Props) {
  const closeAfter = useClosing(onClose);
  return (
    <Dialog title={title} lead={lead} orders={orders} onClose={onClose}>
      <Press look="danger" onPress={() => closeAfter(order())}>
        {action}
      </Press>
    </Dialog>
  );
}
