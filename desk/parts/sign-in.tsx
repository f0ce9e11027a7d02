import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { explain } from '../../shared/client/explain.ts';
import { language } from '../../shared/client/language.ts';
import type { Rejection } from '../../shared/protocol/rejections.ts';
import { signIn } from '../connection/session.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { words } from './words.ts';

export function SignIn({ onSignedIn }: { onSignedIn(): void }) {
  const text = words().signIn;
  const busy = useSignal(false);
  const shown = useSignal(false);
  const refusal = useSignal<Rejection | null>(null);
  const userName = useRef<HTMLInputElement>(null);
  // Not `autofocus`, which works once in a document: this form is shown again after each sign-out.
  useEffect(() => userName.current?.focus(), []);
  document.title = `${text.heading} – ${words().product}`;

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (busy.value || !(event.currentTarget instanceof HTMLFormElement)) return;
    const fields = new FormData(event.currentTarget);
    busy.value = true;
    refusal.value = null;
    const result = await signIn(String(fields.get('username')).trim(), String(fields.get('password')));
    busy.value = false;
    if (result.ok) onSignedIn();
    else refusal.value = result.rejection;
  }

  return (
    <main class="sign-in">
      <form onSubmit={submit} aria-busy={busy.value}>
        <header>
          <span class="product">{words().product}</span>
          <LanguageSwitch />
        </header>
        <h1>{text.heading}</h1>
        <p class="lead">{text.lead}</p>
        <label>
          {text.userName}
          <input
            type="text"
            name="username"
            required
            ref={userName}
            autoComplete="username"
            autoCapitalize="none"
            spellcheck={false}
          />
        </label>
        <label>
          {text.password}
          <input
            {...(shown.value ? ({ type: 'text' } as const) : ({ type: 'password' } as const))}
            name="password"
            required
            autoComplete="current-password"
            spellcheck={false}
          />
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={shown.value}
            onChange={(event) => {
              shown.value = event.currentTarget.checked;
            }}
          />
          {text.show}
        </label>
        <div role="alert">{refusal.value && <p class="wrong">{sentence(refusal.value)}</p>}</div>
        <button type="submit" class="press primary">
          {text.submit}
        </button>
      </form>
    </main>
  );
}

function sentence(refusal: Rejection): string {
  if (refusal.code === 'ConnectionLost') return words().signIn.unreachable;
  return explain(refusal, language.value);
}
