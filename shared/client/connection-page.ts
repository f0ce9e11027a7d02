import type { Language } from '../language.ts';
import type { Rejection } from '../protocol/rejections.ts';
import { commonWords } from '../words/common.ts';
import type { ConnectionState } from './connection.ts';
import { explain } from './explain.ts';

/** What a page shows in place of its view, in its own looks. To a refusal each page gives its own title. */
export type ConnectionPage =
  | { kind: 'pairing'; code: string; title: string; help: string }
  | { kind: 'refused'; rejection: Rejection; title: null; help: string }
  | { kind: 'connecting'; title: string; help: null };

/** Null while the page can show its view, also an old one during a lost connection. */
export function connectionPage(state: ConnectionState, hasView: boolean, language: Language): ConnectionPage | null {
  const words = commonWords[language];
  switch (state.kind) {
    case 'pairing':
      return { ...state, title: words.pairingTitle, help: words.pairingHelp };
    case 'refused':
      return { ...state, title: null, help: explain(state.rejection, language) };
    case 'connecting':
    case 'lost':
    case 'online':
      return hasView ? null : { kind: 'connecting', title: words.connecting, help: null };
    default:
      return state satisfies never;
  }
}
