/**
 * What one TV and one sign may see, as a schema like all views: REST and OpenAPI answer with it, the tests hold every view against it,
 * and pages import only the type. A view is always drawn whole and replaces the one before it. Nothing in a view may be secret
 * from the people in front of that screen.
 */
import * as v from 'valibot';
import {
  estimate,
  health,
  instant,
  officeHead,
  opening,
  pausedUntil,
  screenLayout,
  serviceLoad,
  share,
  shownSatisfaction,
  whole,
} from './common.ts';
import { boardNotice } from './notices.ts';

/** One announcement that asks a visitor to come to a counter: the first call or a recall. Screens play each id once, in order. */
const announcement = v.strictObject({
  /** Grows within a business day, not necessarily by 1. */
  id: whole,
  day: v.string(),
  at: instant,
  number: v.string(),
  counterNumber: whole,
  recall: v.boolean(),
});
export type Announcement = v.InferOutput<typeof announcement>;

const boardCall = v.strictObject({
  number: v.string(),
  counterNumber: whole,
  calledAt: instant,
  status: v.picklist(['called', 'serving']),
});
export type BoardCall = v.InferOutput<typeof boardCall>;

/** A called visitor who did not come, and may come back to a counter until then without a new ticket. */
const missedCall = v.strictObject({ number: v.string(), counterNumber: whole, until: instant });
export type MissedCall = v.InferOutput<typeof missedCall>;

/** What a regular ticket of a service can expect that is taken now. */
const serviceWait = v.strictObject({
  estimate: v.nullable(estimate),
  availability: v.picklist(['available', 'limit-reached', 'not-served']),
});
export type ServiceWait = v.InferOutput<typeof serviceWait>;

/** The view of one TV; it has nothing about services that the TV does not show. */
export const displayView = v.strictObject({
  office: officeHead,
  layout: screenLayout,
  opening,
  health,
  /** Tickets that are called or served now, latest call first. */
  calls: v.array(boardCall),
  /** Missed tickets that may still come back, the earliest end first; at most 15. */
  missed: v.array(missedCall),
  /** The announcements of the last 30 s, oldest first. */
  announcements: v.array(announcement),
  services: v.array(serviceLoad),
  /** In the order of `services`; up to 2 s older than the rest of the view. */
  waits: v.array(serviceWait),
  counters: v.array(
    v.strictObject({
      number: whole,
      services: v.array(v.string()),
      state: v.pipe(
        v.picklist(['closed', 'open', 'paused', 'busy']),
        v.description('Busy with a visitor whom this screen does not show'),
      ),
      pausedUntil,
      current: v.nullable(v.string()),
    }),
  ),
  /** `ratings` counts the votes in the office's figure; `satisfied` is the share of the top two levels; `ratings / visits` is the response rate. */
  satisfaction: v.strictObject({
    ratings: whole,
    satisfied: share,
    /** Votes per level, worst first; one entry for each level that the office uses. */
    levels: v.array(whole),
    /** Votes without a ticket that are not part of any other figure: those from before data version 7. */
    anonymous: whole,
    visits: whole,
    shown: shownSatisfaction,
    /** The figures of this month, today included. */
    month: v.strictObject({ ratings: whole, satisfied: share, visits: whole }),
  }),
  /** The notices that are due now, in the order of set-up. */
  notices: v.array(boardNotice),
  speakNotices: v.boolean(),
  voice: v.strictObject({ languages: v.array(v.string()), repeat: v.boolean() }),
});
export type DisplayView = v.InferOutput<typeof displayView>;
