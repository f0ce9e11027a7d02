import { useSignal } from '@preact/signals';
import { words } from '../parts/words.ts';

/** Letters and digits that nobody confuses when reading them out: no 0 O o, 1 l I. */
const SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789';
const LENGTH = 12;

/** A password the supervisor sets for somebody else: visible, because it has to be handed over. */
export function PasswordField({ label }: { label: string }) {
  const say = words().manage;
  const value = useSignal('');
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
          aria-describedby="password-hint"
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
        {say.suggest}
      </button>
      <p class="hint" id="password-hint">
        {say.passwordHint}
      </p>
    </div>
  );
}

/** 32 signs divide 256, so every sign is equally likely: 60 bits. */
function suggestPassword(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(LENGTH)), (byte) => SIGNS[byte % SIGNS.length]).join('');
}
