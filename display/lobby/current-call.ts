import type { Announcement, DisplayView } from '../../shared/protocol/views/hall.ts';
import type { DurationMs, EpochMs } from '../../shared/time.ts';

/** The call that covers the stage. */
export interface CurrentCall {
  number: string;
  counterNumber: number;
  /** `called`: its announcement is over. */
  stage: 'announcing' | 'called';
  recall: boolean;
  /** Another one for each announcement, so that a recall of the same number is animated again. */
  key: string;
}

/** A call covers the stage at least so long, unless its visitor has come; its row on the board stays marked until then. */
export const STAND: DurationMs = 10_000;

/** The announcement that was played last, and when it began. */
export interface Played {
  item: Announcement;
  since: EpochMs;
}

/** The call being announced; else one whose visitor is still on the way and whose call is younger than `STAND`. */
export function currentCall(
  calls: DisplayView['calls'],
  announcing: Announcement | null,
  played: Played | null,
  now: EpochMs,
): CurrentCall | null {
  if (announcing) return callOf(announcing, 'announcing');
  const isOnTheWay = ({ number, counterNumber }: { number: string; counterNumber: number }): boolean =>
    calls.some((call) => call.number === number && call.counterNumber === counterNumber && call.status === 'called');
  if (played && now - played.since < STAND && isOnTheWay(played.item)) return callOf(played.item, 'called');
  // The page was opened after the call, or the sound failed.
  const call = calls.find(({ status, calledAt }) => status === 'called' && Math.abs(now - calledAt) < STAND);
  if (!call) return null;
  const { number, counterNumber } = call;
  return { number, counterNumber, stage: 'called', recall: false, key: number };
}

function callOf({ number, counterNumber, recall, day, id }: Announcement, stage: CurrentCall['stage']): CurrentCall {
  return { number, counterNumber, stage, recall, key: `${day}/${id}` };
}
