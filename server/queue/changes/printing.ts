/** What the facts say of paper. Used by `evolve` only. */
import type { JobId, TicketId } from '../commands.ts';
import type { Event, PrintKind } from '../events.ts';
import type { State } from '../state.ts';

const LATEST_PRINTS_KEPT = 24;
/** Doubtful and abandoned paper that staff have not looked at; beyond this the oldest is forgotten. */
const DOUBTFUL_PRINTS_KEPT = 50;

export function want(state: State, event: Event & { ticketId: TicketId }, kind: PrintKind, reprint: boolean): void {
  const job = {
    id: event.seq,
    kind,
    ticketId: event.ticketId,
    requestedAt: event.at,
    reprint,
    status: 'waiting' as const,
  };
  state.prints.set(job.id, job);
  state.latestPrints.push(job);
  if (state.latestPrints.length > LATEST_PRINTS_KEPT) state.latestPrints.shift();
}

export function jobOf(state: State, jobId: JobId) {
  const job = state.prints.get(jobId);
  if (!job) throw new Error(`no print job ${jobId} on ${state.day}`);
  return job;
}

export function forgetOldDoubts(state: State): void {
  const doubtful = [...state.prints.values()].filter(({ status }) => status === 'abandoned' || status === 'unknown');
  for (const { id } of doubtful.slice(0, -DOUBTFUL_PRINTS_KEPT)) state.prints.delete(id);
}
