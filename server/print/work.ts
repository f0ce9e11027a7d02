import { type BusinessDay, type EpochMs, MINUTE } from '../../shared/time.ts';
import type { JobId } from '../queue/commands.ts';
import type { OpenDay } from '../queue/decision.ts';
import type { Paper } from '../queue/paper.ts';
import { paperOf } from '../queue/views/paper.ts';
import type { PaperWidthMm } from './drawing/layout.ts';

export interface PaperJob {
  jobId: JobId;
  paper: Paper;
}

/** What the outbox has to do, as of one look at the state. */
export interface Work {
  /** The jobs' numbers begin anew with each day. */
  day: BusinessDay;
  address: string;
  paperWidthMm: PaperWidthMm;
  /** Given to a printer, with no word yet of what became of them. */
  started: JobId[];
  /** Too old, or without sense: nobody stands there for this paper any more. */
  useless: JobId[];
  next: PaperJob | null;
}

/** `address` is where the office is found on the LAN. */
export function findWork(state: OpenDay, at: EpochMs, address: string): Work {
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
