import { useSignal } from '@preact/signals';
import type { NewPerson } from '../connection/commands.ts';
import { words } from '../parts/words.ts';
import { PasswordField } from './password.tsx';

/** The form keeps its content when the office refuses it, for example because the user name is taken. */
export function AddPerson({ add }: { add(person: NewPerson): Promise<boolean> }) {
  const text = words().manage;
  const round = useSignal(0);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(form instanceof HTMLFormElement)) return;
    const fields = new FormData(form);
    const field = (name: string) => String(fields.get(name)).trim();
    const added = await add({
      userName: field('userName'),
      name: field('name'),
      role: fields.get('role') === 'supervisor' ? 'supervisor' : 'clerk',
      password: String(fields.get('password')),
    });
    if (!added) return;
    form.reset();
    round.value += 1;
  }

  return (
    <form class="add-person" onSubmit={submit}>
      <h3>{text.add}</h3>
      <label>
        {text.name}
        <input name="name" required maxLength={60} autoComplete="off" />
      </label>
      <label>
        {text.userName}
        <input
          name="userName"
          required
          pattern="[A-Za-z0-9._\-]{2,32}"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          title={text.userNameHint}
        />
      </label>
      <label>
        {text.role}
        <select name="role">
          <option value="clerk">{text.roles.clerk}</option>
          <option value="supervisor">{text.roles.supervisor}</option>
        </select>
      </label>
      <PasswordField key={round.value} label={text.firstPassword} />
      <button type="submit" class="press primary">
        {text.add}
      </button>
    </form>
  );
}
