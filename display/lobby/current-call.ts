import type { Announcement, DisplayView } from '../../shared/protocol/views/hall.ts';
import { inOrder } from '../parts/calls.ts';

/** The call that the TV shows largest. */
export interface CurrentCall {
  number: string;
  counterNumber: number;
  stage: 'announcing' | 'called' | 'serving';
  recall: boolean;
  /** Another one for each announcement, so that a recall of the same number is animated again. */
  key: string;
}

/** Whether a visitor is on the way to a counter: nothing may cover that number. */
export function isCalling(call: CurrentCall | null): boolean {
  return call !== null && call.stage !== 'serving';
}

/** The call being announced; else the latest one whose visitor is on the way; else the latest one at a counter. */
export function currentCall(calls: DisplayView['calls'], announcing: Announcement | null): CurrentCall | null {
  if (announcing) {
    const { number, counterNumber, recall, day, id } = announcing;
    return { number, counterNumber, stage: 'announcing', recall, key: `${day}/${id}` };
  }
  const [call] = inOrder(calls);
  if (!call) return null;
  const { number, counterNumber, status } = call;
  return { number, counterNumber, stage: status, recall: false, key: number };
}
