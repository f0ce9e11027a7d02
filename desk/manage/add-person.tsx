import { useSignal } from '@preact/signals';
import type { NewPerson } from '../connection/commands.ts';
import { words } from '../parts/words.ts';
import { PasswordField } from './password.tsx';

/** What was typed stays when the office refuses it, e.g. for a user name that is taken. */
export function AddPerson({ add }: { add(person: NewPerson): Promise<boolean> }) {
  const say = words().manage;
  const round = useSignal(0);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(form instanceof HTMLFormElement)) return;
    const fields = new FormData(form);
    const text = (name: string) => String(fields.get(name)).trim();
    const added = await add({
      userName: text('userName'),
      name: text('name'),
      role: fields.get('role') === 'supervisor' ? 'supervisor' : 'clerk',
      password: String(fields.get('password')),
    });
    if (!added) return;
    form.reset();
    round.value += 1;
  }

  return (
    <form class="add-person" onSubmit={submit}>
      <h3>{say.add}</h3>
      <label>
        {say.name}
        <input name="name" required maxLength={60} autoComplete="off" />
      </label>
      <label>
        {say.userName}
        <input
          name="userName"
          required
          pattern="[A-Za-z0-9._\-]{2,32}"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          title={say.userNameHint}
        />
      </label>
      <label>
        {say.role}
        <select name="role">
          <option value="clerk">{say.roles.clerk}</option>
          <option value="supervisor">{say.roles.supervisor}</option>
        </select>
      </label>
      <PasswordField key={round.value} label={say.firstPassword} />
      <button type="submit" class="press primary">
        {say.add}
      </button>
    </form>
  );
}
