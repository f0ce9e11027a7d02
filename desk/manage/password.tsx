import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { SupervisorView } from '../../shared/protocol/views/desk.ts';
import type { DeskCommands, Outcome } from '../connection/commands.ts';
import { Dialog, useClosing } from '../parts/dialog.tsx';
import { words } from '../parts/words.ts';

/** Letters and digits that are not confused when they are read out: without 0 O o, 1 l I. */
const CHARACTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const LENGTH = 12;

/** A password that a supervisor sets for another person. It is visible, because it must be handed over. */
export function PasswordField({ label }: { label: string }) {
  const text = words().manage;
  const value = useSignal('');
  /** The page can show this field twice: in a dialog too. */
  const hint = useId();
  return (
    <div class="password-field">
      <label>
        {label}
        <input
          name="password"
          required
          minLength={8}
          maxLength={128}
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          value={value.value}
          aria-describedby={hint}
          onInput={(event) => {
            value.value = event.currentTarget.value;
          }}
        />
      </label>
      <button
        type="button"
        class="press plain"
        onClick={() => {
          value.value = suggestPassword();
        }}
      >
        {text.suggest}
      </button>
      <p class="hint" id={hint}>
        {text.passwordHint}
      </p>
    </div>
  );
}

/** 32 characters divide 256, so each one is equally likely: 60 bits. */
function suggestPassword(): string {
  return Array.from(
    crypto.getRandomValues(new Uint8Array(LENGTH)),
    (byte) => CHARACTERS[byte % CHARACTERS.length],
  ).join('');
}

interface PasswordDialogProps {
  person: SupervisorView['staff'][number];
  commands: DeskCommands;
  save(password: string): Promise<Outcome>;
  onClose(): void;
}

export function PasswordDialog({ person, commands, save, onClose }: PasswordDialogProps) {
  const text = words().manage;
  const closeAfter = useClosing(onClose);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    closeAfter(save(String(new FormData(event.currentTarget).get('password'))));
  }
  return (
    <Dialog title={text.passwordTitle(person.name)} lead={person.userName} commands={commands} onClose={onClose}>
      <form class="stack" ref={form} onSubmit={submit}>
        <PasswordField label={text.newPassword} />
        <button type="submit" class="press primary">
          {text.savePassword}
        </button>
      </form>
    </Dialog>
  );
}
