/** Print jobs: a job starts once, ends as printed or unknown, and is printed again only when staff request it. */
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import type { CommandOf, JobId } from '../commands.ts';
import { type Decision, facts, type Rules } from '../decision.ts';
import type { PrintJob, PrintStatus, State } from '../state.ts';

function startPrinting(state: State, { jobId }: CommandOf<'StartPrinting'>): Decision {
  const job = jobIn(state, jobId, ['waiting']);
  return job.ok ? facts({ type: 'PrintStarted', jobId }) : job;
}

function endPrinting(state: State, { jobId, outcome }: CommandOf<'EndPrinting'>): Decision {
  const job = jobIn(state, jobId, ['started']);
  if (!job.ok) return job;
  return facts({ type: outcome === 'printed' ? 'TicketPrinted' : 'PrintUnknown', jobId });
}

function abandonPrinting(state: State, { jobId }: CommandOf<'AbandonPrinting'>): Decision {
  const job = jobIn(state, jobId, ['waiting']);
  return job.ok ? facts({ type: 'PrintAbandoned', jobId }) : job;
}

function dismissJob(state: State, { jobId }: CommandOf<'DismissJob'>): Decision {
  const job = jobIn(state, jobId, ['unknown', 'abandoned']);
  return job.ok ? facts({ type: 'PrintDismissed', jobId }) : job;
}

function reprintJob(state: State, { jobId }: CommandOf<'ReprintJob'>): Decision {
  const job = jobIn(state, jobId, ['unknown', 'abandoned']);
  if (!job.ok) return job;
  const { ticketId, kind } = job.value;
  return facts({ type: 'PrintDismissed', jobId }, { type: 'ReprintRequested', ticketId, kind });
}

function reprintTicket(state: State, { ticketId }: CommandOf<'ReprintTicket'>): Decision {
  const ticket = state.tickets.get(ticketId);
  if (!ticket) return refuse({ code: 'UnknownTicket' });
  const kind = ticket.status === 'away' ? 'come-back-slip' : 'ticket';
  return facts({ type: 'ReprintRequested', ticketId, kind });
}

function jobIn(state: State, jobId: JobId, statuses: readonly PrintStatus[]): Result<PrintJob> {
  const job = state.prints.get(jobId);
  return job && statuses.includes(job.status) ? accept(job) : refuse({ code: 'UnknownPrintJob' });
}

export const printingRules = {
  ReprintTicket: { decide: reprintTicket, firstFact: ['ReprintRequested'] },
  ReprintJob: { decide: reprintJob, firstFact: ['PrintDismissed'] },
  DismissJob: { decide: dismissJob, firstFact: ['PrintDismissed'] },
  StartPrinting: { decide: startPrinting, firstFact: ['PrintStarted'] },
  EndPrinting: { decide: endPrinting, firstFact: ['TicketPrinted', 'PrintUnknown'] },
  AbandonPrinting: { decide: abandonPrinting, firstFact: ['PrintAbandoned'] },
} satisfies Partial<Rules>;
