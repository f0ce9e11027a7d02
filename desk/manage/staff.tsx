import { useSignal } from '@preact/signals';
import type { SupervisorView } from '../../shared/protocol/views/hall.ts';
import type { SupervisorPart } from '../connection/desk.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Press } from '../parts/press.tsx';
import { words } from '../parts/words.ts';
import { AddPerson } from './add-person.tsx';
import { PasswordDialog } from './password-dialog.tsx';

type Person = SupervisorView['staff'][number];

export function Staff(part: SupervisorPart) {
  const { supervisor, view, orders } = part;
  const say = words().manage;
  const asked = useSignal<{ about: 'password' | 'remove'; person: Person } | null>(null);
  const question = asked.value;
  /** Read out and shown: in a long list a person is not found at a glance. */
  const done = useSignal('');
  const close = () => {
    asked.value = null;
  };
  const ask = (about: 'password' | 'remove', person: Person) => () => {
    asked.value = { about, person };
  };
  return (
    <section class="card" aria-labelledby="staff">
      <h2 id="staff">{say.staff}</h2>
      <ul class="rows">
        {supervisor.staff.map((person) => (
          <li key={person.id} class="plain-row">
            <span class="grow">
              <strong>{person.name}</strong>
              {person.id === view.me.id && <em class="mark">{say.me}</em>}
              <span class="muted line">
                {say.roles[person.role]} · {person.userName}
              </span>
            </span>
            <Press label={`${say.changePassword}: ${person.name}`} onPress={ask('password', person)}>
              {say.changePassword}
            </Press>
            <Press look="danger" label={`${say.remove}: ${person.name}`} onPress={ask('remove', person)}>
              {say.remove}
            </Press>
          </li>
        ))}
      </ul>
      <p class="done" role="status">
        {done.value}
      </p>
      <AddPerson
        add={async (person) => {
          const added = (await orders.addPerson(person)) === 'accepted';
          done.value = added ? say.added(person.name) : '';
          return added;
        }}
      />
      {question?.about === 'password' && (
        <PasswordDialog
          person={question.person}
          orders={orders}
          save={async (password) => {
            const outcome = await orders.setPassword(question.person.id, password);
            done.value = outcome === 'accepted' ? say.passwordSaved(question.person.name) : '';
            return outcome;
          }}
          onClose={close}
        />
      )}
      {question?.about === 'remove' && (
        <ConfirmDialog
          title={say.removeTitle(question.person.name)}
          lead={say.removeLead}
          action={say.remove}
          orders={orders}
          order={() => orders.removePerson(question.person.id)}
          onClose={close}
        />
      )}
    </section>
  );
}
