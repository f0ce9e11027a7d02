import { useSignal } from '@preact/signals';
import type { SupervisorView } from '../../shared/protocol/views/desk.ts';
import type { SupervisorProps } from '../connection/desk.ts';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { Press } from '../parts/press.tsx';
import { words } from '../parts/words.ts';
import { AddPerson } from './add-person.tsx';
import { PasswordDialog } from './password.tsx';

type Person = SupervisorView['staff'][number];

export function Staff(props: SupervisorProps) {
  const { supervisor, view, commands } = props;
  const text = words().manage;
  const asked = useSignal<{ about: 'password' | 'remove'; person: Person } | null>(null);
  const question = asked.value;
  /** A sentence about the last change, because a person is hard to find in a long list. */
  const done = useSignal('');
  const close = () => {
    asked.value = null;
  };
  const ask = (about: 'password' | 'remove', person: Person) => () => {
    asked.value = { about, person };
  };
  return (
    <section class="card" aria-labelledby="staff">
      <h2 id="staff">{text.staff}</h2>
      <ul class="rows">
        {supervisor.staff.map((person) => (
          <li key={person.id} class="plain-row">
            <span class="grow">
              <strong>{person.name}</strong>
              {person.id === view.me.id && <em class="mark">{text.me}</em>}
              <span class="muted line">
                {text.roles[person.role]} · {person.userName}
              </span>
            </span>
            <Press label={`${text.changePassword}: ${person.name}`} onPress={ask('password', person)}>
              {text.changePassword}
            </Press>
            <Press look="danger" label={`${text.remove}: ${person.name}`} onPress={ask('remove', person)}>
              {text.remove}
            </Press>
          </li>
        ))}
      </ul>
      <p class="done" role="status">
        {done.value}
      </p>
      <AddPerson
        add={async (person) => {
          const added = (await commands.addPerson(person)) === 'accepted';
          done.value = added ? text.added(person.name) : '';
          return added;
        }}
      />
      {question?.about === 'password' && (
        <PasswordDialog
          person={question.person}
          commands={commands}
          save={async (password) => {
            const outcome = await commands.setPassword(question.person.id, password);
            done.value = outcome === 'accepted' ? text.passwordSaved(question.person.name) : '';
            return outcome;
          }}
          onClose={close}
        />
      )}
      {question?.about === 'remove' && (
        <ConfirmDialog
          title={text.removeTitle(question.person.name)}
          lead={text.removeLead}
          action={text.remove}
          commands={commands}
          command={() => commands.removePerson(question.person.id)}
          onClose={close}
        />
      )}
    </section>
  );
}
