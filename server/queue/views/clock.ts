import type { ClockQuestion } from '../../../shared/protocol/views/clock.ts';
import type { EpochMs } from '../../../shared/time.ts';
import { endsBy } from '../rules/clock.ts';
import type { State } from '../state.ts';

/** The open question which time is right, as of now; null without one. */
export function clockQuestionView(state: State, at: EpochMs): ClockQuestion | null {
  const { clockQuestion: question } = state;
  if (!question) return null;
  const machineTime = Math.round(at + question.ahead);
  return { id: question.id, since: question.since, officeTime: at, machineTime, ends: endsBy(state, at, machineTime) };
}
