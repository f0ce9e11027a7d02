import type { SupervisorView } from '../../shared/views.ts';
import { Dialog } from '../dialog.tsx';
import { words } from '../words.ts';
import { PasswordField } from './password.tsx';

interface Props {
  person: SupervisorView['staff'][number];
  save(password: string): Promise<void>;
  onClose(): void;
}

export function PasswordDialog({ person, save, onClose }: Props) {
  const say = words().manage;
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    await save(String(new FormData(event.currentTarget).get('password')));
    onClose();
  }
  return (
    <Dialog title={say.passwordTitle(person.name)} lead={person.userName} onClose={onClose}>
      <form class="stack" onSubmit={submit}>
        <PasswordField label={say.newPassword} />
        <button type="submit" class="press primary">
          {say.savePassword}
        </button>
      </form>
    </Dialog>
  );
}
