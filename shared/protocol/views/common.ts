/** Schemas that several views share. */
import * as v from 'valibot';

export const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
export const instant = v.pipe(v.number(), v.integer(), v.description('Milliseconds since 1970-01-01 UTC'));
/** One text in every language of the product. */
export const text = v.strictObject({ vi: v.string(), en: v.string() });
export const ratingLevels = v.picklist([3, 5]);
/** In which order faces stand, from left to right and from the top down. */
export const ratingOrder = v.picklist(['best-first', 'worst-first']);
export const staffRole = v.picklist(['clerk', 'supervisor']);
export type StaffRole = v.InferOutput<typeof staffRole>;
export const deviceKind = v.picklist(['kiosk', 'display', 'rating']);
export type DeviceKind = v.InferOutput<typeof deviceKind>;
export const ticketStatus = v.picklist([
  'waiting',
  'called',
  'serving',
  'done',
  'missed',
  'away',
  'withdrawn',
  'expired',
]);
export type TicketStatus = v.InferOutput<typeof ticketStatus>;

/** Rounded outwards to 5 minutes: "10 to 25 minutes"; `toMinutes` is exact where the range ends with the day. */
export const estimate = v.pipe(
  v.strictObject({ fromMinutes: whole, toMinutes: whole }),
  v.description('Range of the wait; null when too little is known'),
);
export type Estimate = v.InferOutput<typeof estimate>;

/** Faults that visitors or staff should know of. */
export const health = v.strictObject({
  storage: v.picklist(['ok', 'unavailable']),
  clock: v.pipe(
    v.picklist(['ok', 'ahead', 'behind', 'wrong']),
    v.description(
      "The machine's clock is `ahead` of the office's time or `behind` it, and it is not decided which is right; `wrong`: staff have said that the office's time is right",
    ),
  ),
  printer: v.picklist(['ok', 'paper-low', 'paper-out', 'cover-open', 'error', 'unreachable']),
});
export type Health = v.InferOutput<typeof health>;
export type PrinterHealth = Health['printer'];

export const opening = v.variant('state', [
  /** `until` is null for an office that never closes. */
  v.strictObject({ state: v.literal('open'), until: v.nullable(instant) }),
  v.strictObject({ state: v.literal('break'), opensAt: instant }),
  /** `opensAt` is null when the next two weeks have no session. */
  v.strictObject({ state: v.literal('closed'), opensAt: v.nullable(instant) }),
]);
export type Opening = v.InferOutput<typeof opening>;

export const officeHead = v.strictObject({
  name: text,
  motto: text,
  hotline: v.string(),
  timeZone: v.string(),
  look: v.strictObject({
    /** The office's accent, lightened where needed to be readable on the pages' backgrounds. */
    accent: v.pipe(v.string(), v.description('#rrggbb')),
    logo: v.pipe(v.nullable(v.string()), v.description('Address on this server')),
  }),
});
export type OfficeHead = v.InferOutput<typeof officeHead>;

/** From 0 to 1; null without a vote. */
export const share = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));

/** Today's satisfaction as the hall may see it, the same on all screens. */
export const shownSatisfaction = v.strictObject({
  votes: v.pipe(whole, v.description('Votes of today so far')),
  satisfied: v.pipe(
    share,
    v.description('The share of the top two levels. Below 20 votes it moves only with every fifth; null below 5'),
  ),
  levels: v.pipe(v.array(whole), v.description('Votes per level, worst first, of which `satisfied` is the share')),
  order: v.picklist(['best-first', 'worst-first']),
});
export type ShownSatisfaction = v.InferOutput<typeof shownSatisfaction>;

export const serviceLoad = v.strictObject({
  id: v.string(),
  letter: v.string(),
  name: text,
  waiting: whole,
  /** How many counters call for this service now; with 0 no clerk serves it at present. */
  openCounters: whole,
});
export type ServiceLoad = v.InferOutput<typeof serviceLoad>;

export const screenLayout = v.strictObject({
  orientation: v.picklist(['auto', 'landscape', 'portrait']),
  calls: v.picklist(['left', 'below']),
  theme: v.picklist(['light', 'dark']),
  darkHours: v.nullable(
    v.pipe(
      v.strictObject({ from: v.string(), to: v.string() }),
      v.description('Local times, 17:00; the screen is dark then, whatever its theme'),
    ),
  ),
});

export const pausedUntil = v.pipe(
  v.nullable(instant),
  v.description('When the clerk means to be back, if they said so'),
);
