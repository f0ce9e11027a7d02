import { type BusinessDay, type EpochMs, MINUTE } from '../../shared/time.ts';
import type { JobId } from '../queue/commands.ts';
import type { State } from '../queue/state.ts';
import type { Paper } from '../queue/views/paper.ts';
import { paperOf } from '../queue/views/paper.ts';
import type { PaperWidthMm } from './drawing/layout.ts';

export interface PaperJob {
  jobId: JobId;
  paper: Paper;
}

/** What the outbox has to do, as of one look at the state. */
export interface Work {
  /** Job ids start again each day. */
  day: BusinessDay;
  address: string;
  paperWidthMm: PaperWidthMm;
  /** Sent to a printer, outcome not yet journalled. */
  started: JobId[];
  /** Too old, or no longer of use: the visitor has left or is back. */
  useless: JobId[];
  next: PaperJob | null;
}

/** `address` is where the office is found on the LAN. */
export function findWork(state: State, at: EpochMs, address: string): Work {
  const { day, office } = state;
  const work: Work = { day, ...office.printer, started: [], useless: [], next: null };
  const oldest = at - office.rules.printMaxAgeMinutes * MINUTE;
  for (const job of state.prints.values()) {
    if (job.status === 'started') work.started.push(job.id);
    if (job.status !== 'waiting') continue;
    if (job.requestedAt < oldest) {
      work.useless.push(job.id);
    } else if (!work.next) {
      const paper = paperOf(state, job, address);
      if (paper) work.next = { jobId: job.id, paper };
      else work.useless.push(job.id);
    }
  }
  return work;
}
