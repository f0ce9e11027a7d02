import type { Announcement, DisplayView } from '../../shared/protocol/views/hall.ts';
import { inOrder } from '../parts/calls.ts';

/** The one call the screen shows huge. */
export interface Spotlight {
  number: string;
  counterNumber: number;
  stage: 'announcing' | 'called' | 'serving';
  recall: boolean;
  /** Changes with every announcement, so that a recall of the same number moves again. */
  key: string;
}

/** Somebody is on the way to a counter: nothing may stand before that number. */
export function callsSomebody(call: Spotlight | null): boolean {
  return call !== null && call.stage !== 'serving';
}

/** What is announced now comes first, then the latest visitor still on the way, then the latest one at a counter. */
export function spotlight(calls: DisplayView['calls'], announcing: Announcement | null): Spotlight | null {
  if (announcing) {
    const { number, counterNumber, recall, day, id } = announcing;
    return { number, counterNumber, stage: 'announcing', recall, key: `${day}/${id}` };
  }
  const [call] = inOrder(calls);
  if (!call) return null;
  const { number, counterNumber, status } = call;
  return { number, counterNumber, stage: status, recall: false, key: number };
}
