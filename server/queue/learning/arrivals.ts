/** How often visitors of one class come to one service: those of the day, of which recent ones count more. */
import type { WorkingDay } from '../../../shared/calendar/working-time.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../../shared/time.ts';

/** After this time a visitor counts e times less. */
const FADES: DurationMs = 60 * MINUTE;
/** Visitors count from the end of the step in which they come, so that all estimates within a step see the same frequency. */
const STEP: DurationMs = 5 * MINUTE;
/** Time without visitors that counts besides the time seen, so that the first visitors of a day do not promise a crowd. */
const PRIOR: DurationMs = 15 * MINUTE;

export interface Arrivals {
  step: number;
  /** Visitors of earlier steps, faded. */
  before: number;
  /** Visitors of this step. */
  now: number;
}

export function withArrival(arrivals: Arrivals | undefined, at: EpochMs): Arrivals {
  const { step, before, now } = inStep(arrivals, at);
  return { step, before, now: now + 1 };
}

/** The same after the office's clock was set forward by that time, or back. */
export function movedBy(arrivals: Arrivals, time: DurationMs): Arrivals {
  return { ...arrivals, step: arrivals.step + Math.round(time / STEP) };
}

/** Visitors per millisecond. */
export function frequencyOf(arrivals: Arrivals, day: WorkingDay, at: EpochMs): number {
  const { step, before } = inStep(arrivals, at);
  const until = step * STEP;
  const weightOf = (time: EpochMs) => FADES * Math.exp(Math.min(0, time - until) / FADES);
  const seen = day.reduce((sum, { from, to }) => sum + weightOf(to) - weightOf(from), 0);
  return before / (seen + PRIOR);
}

function inStep(arrivals: Arrivals | undefined, at: EpochMs): Arrivals {
  const step = Math.floor(at / STEP);
  if (!arrivals) return { step, before: 0, now: 0 };
  if (arrivals.step === step) return arrivals;
  return { step, before: (arrivals.before + arrivals.now) * Math.exp(((arrivals.step - step) * STEP) / FADES), now: 0 };
}
