/**
 * Schemas of the requests that screens and other systems may send. The server parses every payload of sockets and REST with them and
 * generates OpenAPI from them; pages import only the types, so that no schema reaches a browser.
 */
import * as v from 'valibot';
import { LANGUAGES } from '../language.ts';
import { HELP_STEPS } from '../spoken/help.ts';
import { addDays } from '../time.ts';

export const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'letters, digits, _ and -, at most 64'));
/** The id of a ticket wherever one enters. The server makes it in small letters; a scanner types capitals while Caps Lock is on. */
export const anyTicketId = v.pipe(v.string(), v.toLowerCase());
const ticketId = v.pipe(anyTicketId, id);

/** Made by the sender, once per press of a button. A request that is repeated with the same id gets the first answer again. */
export const requestId = v.pipe(
  v.string(),
  v.regex(/^[\w-]{8,64}$/, '8 to 64 letters, digits, _ and -'),
  v.description('Made by the sender; the same id again gets the same answer'),
);
/** Text of one line, because paper, screens and the log show it unchanged. */
const readable = v.regex(/^\P{Cc}*$/u, 'no control characters');
const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120), readable);
const ticketNumber = v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z]\d{3,6}$/, 'a number such as A012'));

const RATING_REASONS = ['waiting', 'attitude', 'guidance', 'papers', 'room', 'other'] as const;
export type RatingReason = (typeof RATING_REASONS)[number];

/** `vi`, `en`, or a folder of the office's own recordings. */
export const voiceLanguage = v.pipe(v.string(), v.regex(/^[a-z]{2,8}(-[a-z]{2,8})?$/, 'a language such as vi'));

/** A counter's number in a query, where every value is text. */
const counterNumber = v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}$/, '1 to 999'), v.transform(Number));

/** Query that names one of the office's TVs; without it the first one. */
export const screenQuery = v.object({ screen: v.exactOptional(id) });

/** Query of a call as sound, which TVs play. */
export const spokenCall = v.object({
  number: ticketNumber,
  counter: counterNumber,
  language: voiceLanguage,
  recall: v.pipe(
    v.optional(v.picklist(['0', '1']), '0'),
    v.transform((recall) => recall === '1'),
  ),
});

/** A choice, a digit, a letter, a language, or the first key of another button. */
const FOCUS = /^(choice-\d{1,2}|digit-\d|letter-[a-z]|language-(vi|en)|[-01/]|Enter|Backspace|Plus|PageUp|PageDown)$/;

/** Query of spoken help, which kiosks play. What it says is explained at `SpokenHelp`. */
export const spokenHelp = v.object({
  step: v.picklist(HELP_STEPS),
  language: v.picklist(LANGUAGES),
  number: v.optional(ticketNumber),
  counter: v.optional(counterNumber),
  slot: v.optional(v.picklist(['below', 'left', 'right'])),
  group: v.optional(v.pipe(v.string(), v.regex(/^\d$/, 'a digit'), v.transform(Number))),
  focus: v.optional(v.pipe(v.string(), v.regex(FOCUS, 'a button of the kiosk'))),
  appointments: v.optional(
    v.pipe(
      v.picklist(['0', '1']),
      v.transform((offered) => offered === '1'),
    ),
  ),
  visits: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[A-Z]\d{3,6}(,[A-Z]\d{3,6}){0,11}$/, 'at most 12 numbers such as A012,B007'),
      v.transform((numbers) => numbers.split(',')),
    ),
  ),
});

const dossiers = v.pipe(
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)), 1),
  v.description('How many dossiers the visitor brings; more than one for a visitor who also comes for other people'),
);

const session = v.pipe(
  v.optional(v.picklist(['this', 'next']), 'this'),
  v.description('`next`: not called before the next session of today begins'),
);

export const issueTicket = v.strictObject({ requestId, serviceId: id, ticketClass: v.optional(id), dossiers, session });

const code = v.pipe(v.string(), v.regex(/^\d{6}$/, 'six digits'));
const startsAt = v.pipe(
  v.number(),
  v.safeInteger(),
  // The last instant that Date can represent.
  v.minValue(0),
  v.maxValue(8.64e15),
  v.description('Start of a slot, milliseconds since 1970-01-01 UTC'),
);
const day = v.pipe(
  v.string(),
  v.isoDate(),
  // `isoDate` accepts 2026-11-31, which `Date` rejects or turns into another day.
  v.check((value) => !Number.isNaN(Date.parse(value)) && addDays(value, 0) === value, 'a day of the calendar'),
  v.description('Business day such as 2026-11-22'),
);

export const findAppointment = v.strictObject({ code });

/** Sent by a kiosk when a visitor with an appointment types the code. */
export const checkIn = v.strictObject({ requestId, code, ticketClass: v.optional(id) });

export const appointmentRequests = {
  book: v.strictObject({ requestId, serviceId: id, startsAt }),
  cancel: v.strictObject({ requestId, appointmentId: id }),
} as const;

/** Query of the free times of a service. */
export const slotsOfDay = v.object({ serviceId: id, day });
/** Query of the bookings of a day. */
export const bookingsOfDay = v.object({ day });

/** For a visitor who lets a kiosk or a rating pad scan the code of a ticket. */
export const findTicket = v.strictObject({ ticketId });

const level = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5), v.description('1 is worst'));
const reason = v.optional(v.nullable(v.picklist(RATING_REASONS)));

const voteId = v.pipe(
  v.string(),
  v.regex(/^[\w-]{8,64}$/, '8 to 64 letters, digits, _ and -'),
  v.description(
    'Made by the sender, as the requestId. A later request of the same sender with the same voteId changes that vote, for ten minutes; without it the vote has the requestId as its id',
  ),
);

export const rateVisit = v.pipe(
  v.strictObject({
    requestId,
    voteId: v.optional(voteId),
    ticketId: v.optional(v.nullable(ticketId)),
    number: v.optional(v.nullable(ticketNumber)),
    level,
    reason,
  }),
  v.check((rating) => rating.ticketId == null || rating.number == null, 'ticketId or number, not both'),
);

/** Takes a vote back; the same `voteId` may be given again. */
export const takeBackVote = v.strictObject({ requestId, voteId });

/** Minutes by which a visitor may ask to be called later; the office may allow fewer. */
export const POSTPONEMENTS = [10, 20, 30] as const;

/** Requests of a telephone about the one ticket named in its handshake. */
export const phoneRequests = {
  'ticket:withdraw': v.strictObject({ requestId }),
  'ticket:postpone': v.strictObject({ requestId, minutes: v.picklist(POSTPONEMENTS) }),
  'visit:rate': v.strictObject({ requestId, voteId: v.optional(voteId), level, reason }),
  'visit:take-back': takeBackVote,
} as const;

/** Ticket of the visitor whom the sender means. */
const meant = v.exactOptional(
  v.pipe(
    ticketId,
    v.description(
      'The visitor whom the sender means; refused with OtherTicketAtCounter when another one is at the counter',
    ),
  ),
);

/** Requests of a clerk at a counter; the keys are also the last part of the REST address. */
export const counterRequests = {
  open: v.strictObject({ requestId }),
  'call-next': v.strictObject({ requestId }),
  recall: v.strictObject({ requestId, ticketId: meant }),
  start: v.strictObject({ requestId, ticketId: meant }),
  finish: v.strictObject({ requestId, ticketId: meant }),
  miss: v.strictObject({ requestId, ticketId: meant }),
  away: v.strictObject({ requestId, ticketId: meant }),
  transfer: v.strictObject({ requestId, serviceId: id, ticketId: meant }),
  call: v.strictObject({ requestId, ticketId, reason: words }),
  /** `minutes` is the expected length, null if unknown; signs show when the clerk will be back. */
  pause: v.strictObject({
    requestId,
    reason: words,
    minutes: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(480))), null),
  }),
  resume: v.strictObject({ requestId }),
  close: v.strictObject({ requestId }),
} as const;
export type CounterVerb = keyof typeof counterRequests;

/** Print jobs and alarms are identified by the sequence number of the event that created them. */
const eventId = v.pipe(v.number(), v.integer(), v.minValue(1));
const printJob = v.strictObject({ requestId, jobId: eventId });
const person = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60), readable);
const userName = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^[a-z0-9._-]{2,32}$/, 'a-z, 0-9, . _ -, 2 to 32'),
);
const password = v.pipe(v.string(), v.minLength(8), v.maxLength(128));
const role = v.picklist(['clerk', 'supervisor']);

export const signIn = v.strictObject({ username: userName, password: v.pipe(v.string(), v.maxLength(128)) });

export const ticketRequests = {
  /** A missed or away visitor is back. */
  return: v.strictObject({ requestId, ticketId }),
  withdraw: v.strictObject({ requestId, ticketId }),
  /** The ticket's own class confirms what the visitor claimed at the kiosk, another class corrects it. */
  'settle-class': v.strictObject({ requestId, ticketId, ticketClass: id }),
  /** Prints the ticket or come-back slip again, marked IN LẠI. */
  reprint: v.strictObject({ requestId, ticketId }),
} as const;

export const printRequests = {
  /** Prints an unknown or abandoned job again, marked IN LẠI. */
  reprint: printJob,
  /** Staff have checked the job; it is removed from the list. */
  dismiss: printJob,
} as const;

export const burstRequests = {
  /** Staff have checked the kiosk: the alarm is removed, and the kiosk issues tickets again. */
  dismiss: v.strictObject({ requestId, burstId: eventId }),
} as const;

export const clockRequests = {
  /** `machine`: the time of the server's clock is right; `office`: the time by which the office has gone on is right. */
  'clock:answer': v.strictObject({ requestId, questionId: eventId, trust: v.picklist(['machine', 'office']) }),
} as const;

export const screenRequests = {
  /** Staff have read that a screen is missing: the alarm is removed until the screen was connected again. */
  dismiss: v.strictObject({ requestId, screenId: id }),
} as const;

export const supervisorRequests = {
  ...clockRequests,
  'device:accept': v.strictObject({ requestId, code: v.pipe(v.string(), v.regex(/^\d{6}$/)), name: person }),
  'device:revoke': v.strictObject({ requestId, deviceId: id }),
  'staff:add': v.strictObject({ requestId, userName, name: person, role, password }),
  'staff:password': v.strictObject({ requestId, staffId: id, password }),
  'staff:remove': v.strictObject({ requestId, staffId: id }),
} as const;
