import { type BusinessDay, type EpochMs, MINUTE } from '../../shared/time.ts';
import { paper as vi } from '../../shared/words/vi/paper.ts';
import type { JobId } from '../queue/commands.ts';
import type { State } from '../queue/state.ts';
import type { Paper } from '../queue/views/paper.ts';
import { paperOf } from '../queue/views/paper.ts';
import type { PaperWidthMm } from './drawing/layout.ts';

export interface PaperJob {
  jobId: JobId;
  paper: Paper;
}

/** What the outbox has to do, by one reading of the state. */
export interface Work {
  /** Job ids are unique within one business day only. */
  day: BusinessDay;
  address: string;
  paperWidthMm: PaperWidthMm;
  /** Jobs sent to a printer, whose outcome is not in the journal yet. */
  started: JobId[];
  /** Waiting jobs that are too old or no longer needed, because the visitor has left or is back. */
  obsolete: JobId[];
  next: PaperJob | null;
}

/** `address` is the server's URL on the LAN, for the QR codes. */
export function findWork(state: State, at: EpochMs, address: string): Work {
  const { day, office } = state;
  const work: Work = { day, ...office.printer, started: [], obsolete: [], next: null };
  const oldest = at - office.rules.printMaxAgeMinutes * MINUTE;
  for (const job of state.prints.values()) {
    if (job.status === 'started') work.started.push(job.id);
    if (job.status !== 'waiting') continue;
    if (job.requestedAt < oldest) {
      work.obsolete.push(job.id);
    } else if (!work.next) {
      const paper = paperOf(state, job, address);
      if (paper) work.next = { jobId: job.id, paper };
      else work.obsolete.push(job.id);
    }
  }
  return work;
}

/** A title for lists of printed papers and for the log: `A012`. */
export function titleOf({ kind, number, reprint }: Paper): string {
  const title = kind === 'ticket' ? number : `${number} – ${vi.comeBackSlip}`;
  return reprint ? `${title} (${vi.reprint.toLowerCase()})` : title;
}
