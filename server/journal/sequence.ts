import type { Envelope } from '../../shared/protocol/views/event.ts';

/**
 * Checks that the events from index `from` on continue the sequence after `lastSeq`, and returns the last sequence number. Throws when
 * they do not: that is a bug of the caller, and sequence numbers would be used twice.
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
