import { Dialog } from './dialog.tsx';
import { Press } from './press.tsx';

interface Props {
  title: string;
  lead: string;
  action: string;
  order(): Promise<boolean>;
  onClose(): void;
}

/** For what cannot be taken back. It closes with the answer; a refusal is said on the page. */
export function ConfirmDialog({ title, lead, action, order, onClose }: Props) {
  return (
    <Dialog title={title} lead={lead} onClose={onClose}>
      <Press look="danger" onPress={() => void order().then(onClose)}>
        {action}
      </Press>
    </Dialog>
  );
}
