/** A kind of office with its kind of days, and the description of that office. */
import { type Office, REGULAR, type Session } from '../../shared/office/office.ts';
import { type BusinessDay, type DurationMs, MINUTE } from '../../shared/time.ts';
import { ordinaryOffice } from '../queue/office.ts';

export interface ServiceMix {
  id: string;
  /** The mean time of one dossier on the first day; it drifts from day to day. */
  minutes: number;
  /** Standard deviation of single times, as a part of their mean. They are lognormal. */
  variation: number;
  /** The part of the visitors that need it. */
  share: number;
}

export interface World {
  name: string;
  services: readonly ServiceMix[];
  /** The ids of the services of each counter. */
  counters: readonly (readonly string[])[];
  /** The work that visitors bring in the morning and in the afternoon, as a part of what the counters can do in that time. */
  load: { morning: number; afternoon: number };
  /** The part of the visitors who come in the first 75 minutes of the morning, and in the first 45 of the afternoon. */
  peak: { morning: number; afternoon: number };
  /** Every fifth day differs: how many times as many visitors come, and the part of them with a priority reason. */
  fifthDay: { visitors: number; priority: number } | null;
  priority: number;
  booked: number;
  /** Whether nobody calls between 11:30 and 13:30; otherwise the office is open all day. */
  lunch: boolean;
  /** The part of the clerks who come 5 to 40 minutes late, in the morning and after lunch. */
  late: number;
  /** Pauses of a clerk in a day. An announced one has an end, which clerks miss by −20 to 60 %. */
  pauses: { count: number; minutes: readonly [number, number]; announced: number };
  /** Parts of the visitors: miss the call and come back, leave the hall, correct papers, are transferred, come for others. */
  missed: number;
  noShows: number;
  away: number;
  transferred: number;
  proxies: number;
  /** On every fifth day, from some moment on, the second service takes this many times as long. */
  slowService: number;
  /** The part of the days on which no counter gets on for 20 to 45 minutes. */
  systemHangs: number;
  /** The part of the visits that the clerk finishes only when the next visitor waits, or after lunch. */
  forgotten: number;
  /** Whether each day is the first of the office, which has learned nothing. */
  firstDays: boolean;
}

export const CERTIFICATION = 'certification';

/** Short, ordinary and long services, as in a commune's office. */
const FOUR_SERVICES: readonly ServiceMix[] = [
  { id: CERTIFICATION, minutes: 4, variation: 0.5, share: 0.45 },
  { id: 'civil', minutes: 9, variation: 0.7, share: 0.3 },
  { id: 'land', minutes: 25, variation: 0.8, share: 0.15 },
  { id: 'social', minutes: 12, variation: 0.7, share: 0.1 },
];
const ALL = FOUR_SERVICES.map(({ id }) => id);

/** Counters of which each serves all services but one; a single one serves all. */
export const overlapping = (count: number, services: readonly string[] = ALL): string[][] =>
  Array.from({ length: count }, (_, index) =>
    services.filter((_, at) => count === 1 || services.length === 1 || at !== index % services.length),
  );

/** An ordinary office, with changes. */
export function world(name: string, change: Partial<World> = {}): World {
  return {
    name,
    services: FOUR_SERVICES,
    counters: overlapping(3),
    load: { morning: 0.95, afternoon: 0.75 },
    peak: { morning: 0.45, afternoon: 0.3 },
    fifthDay: null,
    priority: 0.15,
    booked: 0,
    lunch: false,
    late: 0,
    pauses: { count: 1, minutes: [10, 20], announced: 0 },
    missed: 0.05,
    noShows: 0,
    away: 0.03,
    transferred: 0,
    proxies: 0.03,
    slowService: 1,
    systemHangs: 0,
    forgotten: 0,
    firstDays: false,
    ...change,
  };
}

/** When visitors come, from the opening on. */
export const MORNING: DurationMs = 240 * MINUTE;
export const AFTERNOON = { after: 360 * MINUTE, lasts: 210 * MINUTE };
export const OPENS = '07:30';

/** Slots with a place for every visitor of the simulation. */
export const SLOTS = { slotMinutes: 30, perSlot: 100 };

/** With `strict` every class has the same weight, so that visitors are called in order of arrival. */
export function officeOf({ services, counters, lunch }: World, day: BusinessDay, strict = false): Office {
  const sessions: Session[] = lunch
    ? [
        { from: OPENS, to: '11:30' },
        { from: '13:30', to: '17:00' },
      ]
    : [{ from: OPENS, to: '17:00' }];
  const [any] = ordinaryOffice.services;
  if (!any) throw new Error('no service to copy');
  return {
    ...ordinaryOffice,
    services: services.map(({ id }, index) => ({ ...any, id, letter: 'ABCDEF'[index] ?? '', appointments: SLOTS })),
    counters: counters.map((served, index) => ({ id: `c${index}`, number: index + 1, services: [...served] })),
    ticketClasses: ordinaryOffice.ticketClasses.map((each) => (strict ? { ...each, weight: 1 } : each)),
    specialDays: { [day]: sessions },
  };
}

export const CLASSES = [REGULAR, 'elderly'] as const;
