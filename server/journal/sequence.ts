import type { Envelope } from '../../shared/protocol/views/event.ts';

/**
 * The last sequence number of a day, having made sure that the events from index `from` on continue the sequence after
 * `lastSeq`. Throws where they do not: that is a bug of the caller, and numbers would be given twice.
 */
export function continueSequence(lastSeq: number, events: readonly Envelope[], from = 0): number {
  let last = lastSeq;
  for (let index = from; index < events.length; index++) {
    const seq = events[index]?.seq;
    if (seq !== last + 1) throw new Error(`event ${seq} cannot follow event ${last} in the journal`);
    last = seq;
  }
  return last;
}
