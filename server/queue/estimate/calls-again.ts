/** When each counter is expected to call its next visitor: now, after the visit that lasts, after a pause, or when its clerk has come. */
import { type WorkingDay, workingTime } from '../../../shared/calendar/working-time.ts';
import { type CounterId, dossiersThisTurn, type Office, type ServiceId } from '../../../shared/office/office.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../../shared/time.ts';
import type { Pace } from '../learning/pace.ts';
import type { OpenCounter, State } from '../state.ts';

/** What has lasted longer than expected is expected to last this part of its length longer. */
const OVERTIME = 0.35;
/** The expected length of a pause whose end the clerk has not named, and of a late start. */
const USUAL_ABSENCE: DurationMs = 15 * MINUTE;
/** After so long, a clerk who has paused without naming an end, or has not come at the beginning of a session, is not expected. */
const PAUSED_FOR_GOOD: DurationMs = 60 * MINUTE;
const NOT_COMING: DurationMs = 30 * MINUTE;

/** The result is null for a counter at which no clerk is expected. */
export function callsAgainIn(
  state: State,
  office: Office,
  day: WorkingDay,
  paceOf: (serviceId: ServiceId) => Pace,
  at: EpochMs,
): (id: CounterId) => EpochMs | null {
  const { staffed } = state;
  const session = day.findLast(({ from }) => from <= at);

  function afterAbsence(id: CounterId): EpochMs | null {
    if (!session || at - session.from > NOT_COMING || !(staffed.today.has(id) || staffed.before.has(id))) return null;
    return at + restOfAbsence(at - session.from);
  }

  function afterVisit({ current }: OpenCounter): EpochMs {
    const ticket = current === null ? undefined : state.tickets.get(current);
    if (!ticket) return at;
    const usual = paceOf(ticket.serviceId).mean * dossiersThisTurn(office.rules, ticket.dossiers);
    const lasted = 'calledAt' in ticket ? workingTime(day, ticket.calledAt, at) : 0;
    return at + Math.max(usual - lasted, usual * OVERTIME);
  }

  return (id) => {
    const counter = state.counters.get(id);
    if (!counter) return afterAbsence(id);
    return counter.paused === null ? afterVisit(counter) : afterPause(counter.paused, day, at);
  };
}

function afterPause(
  { since, until }: NonNullable<OpenCounter['paused']>,
  day: WorkingDay,
  at: EpochMs,
): EpochMs | null {
  const lasted = workingTime(day, since, at);
  if (until === null) return lasted > PAUSED_FOR_GOOD ? null : at + restOfAbsence(lasted);
  return until > at ? until : at + Math.max(OVERTIME * lasted, MINUTE);
}

function restOfAbsence(lasted: DurationMs): DurationMs {
  return Math.max(USUAL_ABSENCE - lasted, OVERTIME * Math.max(lasted, USUAL_ABSENCE));
}
