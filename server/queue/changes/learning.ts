/** What estimates learn from calls, from the ends of services and from visitors who are never called. */
import { workingDayOf, workingTime } from '../../../shared/calendar/working-time.ts';
import { dossiersThisTurn } from '../../../shared/office/office.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../../shared/time.ts';
import { adjusted, type Coverage } from '../learning/interval-width.ts';
import { learned } from '../learning/pace.ts';
import { pacesOf, queueOf, type State, type Ticket } from '../state.ts';

/** A longer service counts as so many times the mean, but at least as half an hour: the clerk may have forgotten to finish it. */
const LONGEST = { means: 3, least: 30 * MINUTE } satisfies { means: number; least: DurationMs };

/** Compares the estimate with the wait of `ticket`, given as it was before it is called at `calledAt`. */
export function learnFromCall(state: State, ticket: Ticket, calledAt: EpochMs): void {
  const { estimate, cameAt } = ticket;
  if (estimate === null) return;
  const waited = (calledAt - cameAt) / MINUTE;
  const outcome = waited < estimate.fromMinutes ? 'early' : waited > estimate.toMinutes ? 'late' : 'inside';
  learnOutcome(state, ticket, outcome);
}

/** A visitor who is never called has waited longer than any range; without these the ranges of overloaded days stay too short. */
export function learnFromExpiry(state: State, ticket: Ticket): void {
  learnOutcome(state, ticket, 'late');
}

function learnOutcome(state: State, { estimate, wasCalled, postponed }: Ticket, outcome: keyof Coverage): void {
  // A second call, or a wait that the visitor made longer, says nothing about the estimate.
  if (estimate === null || wasCalled || postponed) return;
  state.coverage[outcome] += 1;
  state.intervalWidth = adjusted(state.intervalWidth, outcome);
}

/** Learns the time per dossier: a visit with many dossiers takes longer and must not raise the estimates of visitors with one. */
export function learnPace(state: State, ticket: Ticket & { calledAt: EpochMs }, endedAt: EpochMs): void {
  const { office } = state;
  const took = workingTime(workingDayOf(office, endedAt), ticket.calledAt, endedAt);
  const longest = Math.max(LONGEST.means * pacesOf(state)(ticket.serviceId).mean, LONGEST.least);
  const perDossier = Math.min(took / dossiersThisTurn(office.rules, ticket.dossiers), longest);
  const queue = queueOf(state, ticket.serviceId);
  queue.pace = learned(queue.pace, perDossier);
}
