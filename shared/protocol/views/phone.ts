import * as v from 'valibot';
import { POSTPONEMENTS } from '../requests.ts';
import { estimate, instant, officeHead, ratingLevels, ratingOrder, text, whole } from './common.ts';

/** A counter's number is null when set-up no longer has that counter. */
const counterNumber = v.nullable(whole);

/** What the holder of one ticket may see of it, by its status, together with `entries`; nothing about other visitors. */
function situations<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.variant('status', [
    v.strictObject({
      ...entries,
      status: v.literal('waiting'),
      /** No counter can call the ticket by the rule any more: its holder must ask staff. */
      stranded: v.boolean(),
      /** Null while the ticket is postponed, or stranded. */
      ahead: v.nullable(whole),
      estimate: v.nullable(estimate),
      /** True when no counter calls for the service at this moment. */
      noClerk: v.boolean(),
      /** The moment to which the holder postponed the ticket; null otherwise. */
      notBefore: v.nullable(instant),
      /** The minutes by which the ticket may still be postponed; empty when it may not. */
      postponements: v.array(v.picklist(POSTPONEMENTS)),
    }),
    v.strictObject({ ...entries, status: v.literal('called'), counterNumber, calledAt: instant, recalls: whole }),
    v.strictObject({ ...entries, status: v.literal('serving'), counterNumber }),
    /** `until`: how long the visitor may come back without a new ticket; at any counter, best at the one that called. */
    v.strictObject({ ...entries, status: v.literal('missed'), counterNumber, until: instant }),
    /** `until` is the time on the come-back slip. */
    v.strictObject({ ...entries, status: v.literal('away'), counterNumber, until: instant }),
    v.strictObject({
      ...entries,
      status: v.literal('done'),
      rated: v.boolean(),
      levels: ratingLevels,
      order: ratingOrder,
    }),
    v.strictObject({ ...entries, status: v.picklist(['withdrawn', 'expired']) }),
  ]);
}

const ticket = {
  number: v.string(),
  /** Null when set-up no longer has the service. */
  serviceName: v.nullable(text),
  /** Null without an appointment. */
  appointmentAt: v.nullable(instant),
};

const situation = situations({});
export type PhoneSituation = v.InferOutput<typeof situation>;

/** One ticket as its holder sees it. */
export const heldTicket = situations(ticket);
export type HeldTicket = v.InferOutput<typeof heldTicket>;

export const phoneView = situations({
  ...ticket,
  office: officeHead,
  /** The page shows no time of day until staff have said which time is right. */
  timeInDoubt: v.boolean(),
  /** The visitors ahead when the ticket was issued: where the bar of progress begins. */
  aheadAtIssue: whole,
  /** Whether a counter has passed the ticket on to another service than the one of its letter. */
  transferred: v.boolean(),
  /** When a missed ticket was missed or a visit was finished; null in the other situations. */
  endedAt: v.nullable(instant),
  /** The counter of a finished visit; null in the other situations. */
  finishedBy: counterNumber,
});
export type PhoneView = v.InferOutput<typeof phoneView>;

export type Postponement = (typeof POSTPONEMENTS)[number];
