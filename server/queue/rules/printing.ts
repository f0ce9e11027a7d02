/** Paper: a job starts once, ends as printed or unknown, and only a person has it printed again. */
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import type { CommandOf, JobId } from '../commands.ts';
import { type Decision, facts, type OpenDay } from '../decision.ts';
import type { PrintJob, PrintStatus } from '../state.ts';

export function startPrinting(state: OpenDay, { jobId }: CommandOf<'StartPrinting'>): Decision {
  const job = jobIn(state, jobId, ['waiting']);
  return job.ok ? facts({ type: 'PrintStarted', jobId }) : job;
}

export function endPrinting(state: OpenDay, { jobId, outcome }: CommandOf<'EndPrinting'>): Decision {
  const job = jobIn(state, jobId, ['started']);
  if (!job.ok) return job;
  return facts({ type: outcome === 'printed' ? 'TicketPrinted' : 'PrintUnknown', jobId });
}

export function abandonPrinting(state: OpenDay, { jobId }: CommandOf<'AbandonPrinting'>): Decision {
  const job = jobIn(state, jobId, ['waiting']);
  return job.ok ? facts({ type: 'PrintAbandoned', jobId }) : job;
}

export function dismissJob(state: OpenDay, { jobId }: CommandOf<'DismissJob'>): Decision {
  const job = jobIn(state, jobId, ['unknown', 'abandoned']);
  return job.ok ? facts({ type: 'PrintDismissed', jobId }) : job;
}

export function reprintJob(state: OpenDay, { jobId }: CommandOf<'ReprintJob'>): Decision {
  const job = jobIn(state, jobId, ['unknown', 'abandoned']);
  if (!job.ok) return job;
  const { ticketId, kind } = job.value;
  return facts({ type: 'PrintDismissed', jobId }, { type: 'ReprintRequested', ticketId, kind });
}

export function reprintTicket(state: OpenDay, { ticketId }: CommandOf<'ReprintTicket'>): Decision {
  const ticket = state.tickets.get(ticketId);
  if (!ticket) return refuse({ code: 'UnknownTicket' });
  const kind = ticket.status === 'away' ? 'come-back-slip' : 'ticket';
  return facts({ type: 'ReprintRequested', ticketId, kind });
}

function jobIn(state: OpenDay, jobId: JobId, statuses: readonly PrintStatus[]): Result<PrintJob> {
  const job = state.prints.get(jobId);
  return job && statuses.includes(job.status) ? accept(job) : refuse({ code: 'UnknownPrintJob' });
}
