import type { ConnectionState } from '../../shared/client/connection.ts';
import type { Text } from '../../shared/language.ts';
import { explain } from '../../shared/words/rejection.ts';
import { Both, phrase } from './bilingual.tsx';
import { Drum } from './ornament.tsx';

/** The whole screen while it has no hall to show. */
export function Message({ state }: { state: ConnectionState }) {
  switch (state.kind) {
    case 'pairing':
      return (
        <Page head={phrase((_, common) => common.pairingTitle)} body={phrase((_, common) => common.pairingHelp)}>
          <p class="code">
            <span>{state.code.slice(0, 3)}</span>
            <span>{state.code.slice(3)}</span>
          </p>
        </Page>
      );
    case 'refused':
      return (
        <Page
          head={phrase((words) => words.refused)}
          body={{ vi: explain(state.rejection, 'vi'), en: explain(state.rejection, 'en') }}
        />
      );
    case 'connecting':
    case 'online':
    case 'lost':
      return <Page head={phrase((_, common) => common.connecting)} body={null} />;
    default:
      return state satisfies never;
  }
}

/** One message on the whole screen. */
export function Page({ head, body, children }: { head: Text; body: Text | null; children?: preact.ComponentChildren }) {
  return (
    <main class="message" aria-live="polite">
      <Drum />
      <h1>
        <Both text={head} />
      </h1>
      {children}
      {body && (
        <p class="body">
          <Both text={body} />
        </p>
      )}
    </main>
  );
}
