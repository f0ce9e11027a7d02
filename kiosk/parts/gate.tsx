import type { ComponentChildren } from 'preact';
import type { ConnectionState } from '../../shared/client/connection.ts';
import { common, language } from '../../shared/client/language.ts';
import { explain } from '../../shared/words/rejection.ts';
import { Heading } from './heading.tsx';
import { words } from './words.ts';

/** Shown instead of the page while the server has not let this screen in; null once it has. */
export function gate(state: ConnectionState, entered: boolean): ComponentChildren {
  switch (state.kind) {
    case 'pairing':
      return (
        <section class="message" key="pairing">
          <Heading help={common().pairingHelp}>{common().pairingTitle}</Heading>
          <output class="code">{`${state.code.slice(0, 3)} ${state.code.slice(3)}`}</output>
        </section>
      );
    case 'refused':
      return (
        <section class="message" key="refused">
          <Heading help={explain(state.rejection, language.value)}>{words().refused}</Heading>
        </section>
      );
    case 'connecting':
    case 'lost':
    case 'online':
      return entered ? null : (
        <section class="message" key="connecting">
          <span class="working" />
          <Heading>{common().connecting}</Heading>
        </section>
      );
    default:
      return state satisfies never;
  }
}
