import { useEffect, useRef } from 'preact/hooks';
import type { SupervisorView } from '../../shared/protocol/views/hall.ts';
import type { Orders, Outcome } from '../connection/commands.ts';
import { Dialog, useClosing } from '../parts/dialog.tsx';
import { words } from '../parts/words.ts';
import { PasswordField } from './password.tsx';

interface Props {
  person: SupervisorView['staff'][number];
  orders: Orders;
  save(password: string): Promise<Outcome>;
  onClose(): void;
}

export function PasswordDialog({ person, orders, save, onClose }: Props) {
  const say = words().manage;
  const closeAfter = useClosing(onClose);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    closeAfter(save(String(new FormData(event.currentTarget).get('password'))));
  }
  return (
    <Dialog title={say.passwordTitle(person.name)} lead={person.userName} orders={orders} onClose={onClose}>
      <form class="stack" ref={form} onSubmit={submit}>
        <PasswordField label={say.newPassword} />
        <button type="submit" class="press primary">
          {say.savePassword}
        </button>
      </form>
    </Dialog>
  );
}
