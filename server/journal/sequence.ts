import type { Event } from '../queue/events.ts';

/**
 * The last sequence number of a day, having made sure that the events from index `from` on continue the series behind
 * `lastSeq`. Throws where they do not: that is a bug of the caller, and numbers would be given twice.
 */
export function continueSeries(lastSeq: number, events: readonly Event[], from = 0): number {
  let last = lastSeq;
  for (let index = from; index < events.length; index++) {
    const seq = events[index]?.seq;
    if (seq !== last + 1) throw new Error(`event ${seq} cannot follow event ${last} in the journal`);
    last = seq;
  }
  return last;
}
