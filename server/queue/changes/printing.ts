import type { JobId, TicketId } from '../commands.ts';
import type { Event, PrintKind } from '../events.ts';
import type { Changes, PrintJob, State } from '../state.ts';

const LATEST_PRINTS_KEPT = 24;
/** Jobs of unknown outcome or abandoned that staff have not dismissed; beyond this number the oldest is dropped. */
const DOUBTFUL_PRINTS_KEPT = 50;

export const printingChanges = {
  ReprintRequested(state, event) {
    requestPrint(state, event, event.kind, true);
  },
  PrintStarted(state, { jobId }) {
    jobOf(state, jobId).status = 'started';
  },
  TicketPrinted(state, { jobId }) {
    jobOf(state, jobId).status = 'printed';
    state.prints.delete(jobId);
  },
  PrintUnknown(state, { jobId }) {
    jobOf(state, jobId).status = 'unknown';
    dropOldestDoubtful(state);
  },
  PrintAbandoned(state, { jobId }) {
    jobOf(state, jobId).status = 'abandoned';
    dropOldestDoubtful(state);
  },
  PrintDismissed(state, { jobId }) {
    jobOf(state, jobId).status = 'dismissed';
    state.prints.delete(jobId);
  },
} satisfies Partial<Changes>;

/** Adds a print job for the paper that `event` requests. */
export function requestPrint(
  state: State,
  event: Event & { ticketId: TicketId },
  kind: PrintKind,
  reprint: boolean,
): void {
  const { seq: id, ticketId, at: requestedAt } = event;
  const job: PrintJob = { id, kind, ticketId, requestedAt, reprint, status: 'waiting' };
  state.prints.set(job.id, job);
  state.latestPrints.push(job);
  if (state.latestPrints.length > LATEST_PRINTS_KEPT) state.latestPrints.shift();
}

function jobOf(state: State, jobId: JobId): PrintJob {
  const job = state.prints.get(jobId);
  if (!job) throw new Error(`no print job ${jobId} on ${state.day}`);
  return job;
}

function dropOldestDoubtful(state: State): void {
  const doubtful = [...state.prints.values()].filter(({ status }) => status === 'abandoned' || status === 'unknown');
  for (const { id } of doubtful.slice(0, -DOUBTFUL_PRINTS_KEPT)) state.prints.delete(id);
}
