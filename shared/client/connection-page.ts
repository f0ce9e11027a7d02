import type { Text } from '../language.ts';
import type { Rejection } from '../protocol/rejections.ts';
import { codeGroups, commonWords } from '../words/common.ts';
import { explain } from '../words/rejection.ts';
import type { ConnectionState } from './connection.ts';

/** What a page shows in place of its view. Each page has its own looks for it, and its own title for a refusal. */
export type ConnectionPage =
  | { kind: 'pairing'; title: Text; help: Text; code: [string, string] }
  | { kind: 'refused'; rejection: Rejection; help: Text }
  | { kind: 'connecting'; title: Text; help: null };

type Key = 'pairingTitle' | 'pairingHelp' | 'connecting';
const text = (key: Key): Text => ({ vi: commonWords.vi[key], en: commonWords.en[key] });

/** Null while the page can show its view, also an old one during a lost connection. */
export function connectionPage(state: ConnectionState, hasView: boolean): ConnectionPage | null {
  switch (state.kind) {
    case 'pairing':
      return {
        kind: 'pairing',
        title: text('pairingTitle'),
        help: text('pairingHelp'),
        code: codeGroups(state.code),
      };
    case 'refused': {
      const { rejection } = state;
      return { kind: 'refused', rejection, help: { vi: explain(rejection, 'vi'), en: explain(rejection, 'en') } };
    }
    case 'connecting':
    case 'lost':
    case 'online':
      return hasView ? null : { kind: 'connecting', title: text('connecting'), help: null };
    default:
      return state satisfies never;
  }
}
