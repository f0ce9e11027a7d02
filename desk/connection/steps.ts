import type { CounterVerb } from '../../shared/protocol/requests.ts';
import type { CounterView } from '../../shared/protocol/views/desk.ts';

/** The steps that a clerk can take at a counter; `finish-and-call` sends two requests for one press. */
export type Step = Exclude<CounterVerb, 'open' | 'call'> | 'finish-and-call';

export const STEP_KEYS: Record<Step, string> = {
  'call-next': 'n',
  start: 's',
  recall: 'r',
  miss: 'm',
  finish: 'f',
  'finish-and-call': 'g',
  away: 'a',
  transfer: 't',
  pause: 'p',
  resume: 'p',
  close: 'c',
};

export interface Offer {
  /** The usual next step. */
  primary: Step;
  /** Other frequent steps for the visitor at the counter. */
  others: Step[];
  /** Rare steps, and those of the counter itself. */
  quiet: Step[];
}

/** A counter can be paused or closed only while no visitor is at it. */
export function offerOf({ state, current }: Pick<CounterView, 'state' | 'current'>): Offer {
  if (!current) {
    return state === 'paused'
      ? { primary: 'resume', others: [], quiet: ['close'] }
      : { primary: 'call-next', others: [], quiet: ['pause', 'close'] };
  }
  switch (current.status) {
    case 'called':
      return { primary: 'start', others: ['recall', 'miss'], quiet: [] };
    case 'serving':
      return { primary: 'finish-and-call', others: ['finish'], quiet: ['away', 'transfer'] };
    default:
      return current satisfies never;
  }
}
