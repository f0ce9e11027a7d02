/** The visitors of a day and what each needs: drawn beforehand, so that the same day can be simulated with other rules. */
import { REGULAR } from '../../shared/office/office.ts';
import { type BusinessDay, type DurationMs, type EpochMs, MINUTE } from '../../shared/time.ts';
import { time } from '../queue/office.ts';
import { between, lognormal, normal, type Random } from './random.ts';
import { AFTERNOON, MORNING, OPENS, type ServiceMix, SLOTS, type World } from './world.ts';

export interface Visitor {
  arrivesAt: EpochMs;
  serviceId: string;
  classId: string;
  /** The time that each dossier takes. */
  dossiers: DurationMs[];
  /** How long after a missed first call the visitor returns: infinity for one who has left the hall, null for one who hears the call. */
  missesBy: DurationMs | null;
  /** The time of the appointment; null without one. */
  bookedFor: EpochMs | null;
  /** False for a visitor who has booked and does not come. */
  comes: boolean;
  /** How long the visitor is away to correct papers; null for one whose papers are right. */
  fixesPapersFor: DurationMs | null;
  /** The service that this visitor is transferred to, and the time it takes there. */
  transfer: { serviceId: string; takes: DurationMs } | null;
  /** Whether the clerk forgets to finish the visit while nobody waits. */
  forgotten: boolean;
}

export interface Pause {
  from: EpochMs;
  lasts: DurationMs;
  /** What the clerk says at the desk; null when nothing. */
  announced: number | null;
}

export interface ClerkPlan {
  counterId: string;
  /** Factor on service times: 1 for an ordinary clerk, 1.5 for one who takes half as long again. */
  slowness: number;
  /** How late the clerk comes in the morning and after lunch. */
  late: [DurationMs, DurationMs];
  pauses: Pause[];
  /** What the clerk does with the counter at lunch. */
  lunch: 'close' | 'pause' | 'leave';
}

export interface Day {
  day: BusinessDay;
  opensAt: EpochMs;
  visitors: Visitor[];
  clerks: ClerkPlan[];
  /** From this moment on the service takes so many times as long. */
  slow: { serviceId: string; from: EpochMs; factor: number } | null;
  /** No counter gets on in this time. */
  hangs: { from: EpochMs; to: EpochMs } | null;
}

const PEAK = { morning: 75 * MINUTE, afternoon: 45 * MINUTE };
/** The share of booked visitors who do not come, and by how many minutes before or after the appointment the others come. */
const STAYS_AWAY = 0.1;
const COMES = { from: -20, to: 12 };
const DOSSIERS_OF_OTHERS = { least: 2, most: 8 };
/** Daily drift of a service's mean time: the standard deviation of the change, and the part of the drift that is lost each day. */
const DRIFT = 0.08;
const FALLS_BACK = 0.2;
/** Standard deviation of the number of visitors of a day. */
const VOLUME = 0.1;
/** Every so many days some counter gets a new clerk, who takes longer by this part at first and none after as many days. */
const NEW_CLERK_EVERY = 10;
const LONGER_AT_FIRST = 0.4;

/** Draws office days one after another. */
export class Calendar {
  readonly #world: World;
  readonly #next: Random;
  readonly #drift = new Map<string, number>();
  readonly #clerkSince: number[];
  #days = 0;

  constructor(world: World, next: Random) {
    this.#world = world;
    this.#next = next;
    this.#clerkSince = world.counters.map(() => -NEW_CLERK_EVERY);
  }

  day(day: BusinessDay): Day {
    const { slowService, systemHangs, services } = this.#world;
    const opensAt = time(`${day} ${OPENS}`);
    for (const { id } of services)
      this.#drift.set(id, (this.#drift.get(id) ?? 0) * (1 - FALLS_BACK) + DRIFT * normal(this.#next));
    const clerks = this.#clerks(opensAt);
    const slowId = services[1]?.id;
    const slowFrom = opensAt + between(this.#next, 60, 180) * MINUTE;
    const slow = slowId && this.#isFifth() ? { serviceId: slowId, from: slowFrom, factor: slowService } : null;
    const from = opensAt + between(this.#next, 30, 200) * MINUTE;
    const lasts = between(this.#next, 20, 45) * MINUTE;
    const hangs = this.#next() < systemHangs ? { from, to: from + lasts } : null;
    const visitors = this.#visitors(opensAt);
    this.#days += 1;
    return { day, opensAt, clerks, visitors, slow, hangs };
  }

  #isFifth(): boolean {
    return this.#days % 5 === 4;
  }

  #clerks(opensAt: EpochMs): ClerkPlan[] {
    if (this.#days % NEW_CLERK_EVERY === NEW_CLERK_EVERY / 2)
      this.#clerkSince[Math.floor(this.#next() * this.#clerkSince.length)] = this.#days;
    return this.#world.counters.map((_, index) => {
      const days = this.#days - (this.#clerkSince[index] ?? 0);
      const slowness = 1 + LONGER_AT_FIRST * Math.max(0, 1 - days / NEW_CLERK_EVERY);
      const late = (): DurationMs => (this.#next() < this.#world.late ? between(this.#next, 5, 40) * MINUTE : 0);
      const lunch = (['close', 'pause', 'leave'] as const)[Math.floor(this.#next() * 3)] ?? 'leave';
      return { counterId: `c${index}`, slowness, late: [late(), late()], pauses: this.#pauses(opensAt), lunch };
    });
  }

  #pauses(opensAt: EpochMs): Pause[] {
    const { count, minutes, announced } = this.#world.pauses;
    const first = { from: 60 * MINUTE, to: 180 * MINUTE };
    return Array.from({ length: count }, (_, index) => {
      // The first pause is in the morning, as in every office; the others are at any time.
      const { from, to } = index === 0 ? first : { from: 30 * MINUTE, to: AFTERNOON.after + AFTERNOON.lasts };
      const lasts = between(this.#next, ...minutes) * MINUTE;
      const says = Math.max(5, 5 * Math.round(lasts / between(this.#next, 0.8, 1.6) / MINUTE / 5));
      const isAnnounced = this.#next() < announced;
      return { from: opensAt + between(this.#next, from, to), lasts, announced: isAnnounced ? says : null };
    }).sort((a, b) => a.from - b.from);
  }

  #visitors(opensAt: EpochMs): Visitor[] {
    const { counters, load, peak, services, proxies, fifthDay } = this.#world;
    const { least, most } = DOSSIERS_OF_OTHERS;
    const dossiers = 1 + proxies * ((least + most) / 2 - 1);
    const mean = dossiers * services.reduce((sum, { minutes, share }) => sum + minutes * share, 0) * MINUTE;
    const volume = Math.exp(VOLUME * normal(this.#next)) * (this.#isFifth() ? (fifthDay?.visitors ?? 1) : 1);
    const count = (part: number, lasts: DurationMs) => Math.round((part * volume * counters.length * lasts) / mean);
    const within = (share: number, first: DurationMs, all: DurationMs) =>
      this.#next() < share ? between(this.#next, 0, first) : between(this.#next, first, all);
    const arrivals = [
      ...Array.from({ length: count(load.morning, MORNING) }, () => within(peak.morning, PEAK.morning, MORNING)),
      ...Array.from(
        { length: count(load.afternoon, AFTERNOON.lasts) },
        () => AFTERNOON.after + within(peak.afternoon, PEAK.afternoon, AFTERNOON.lasts),
      ),
    ];
    return arrivals
      .sort((a, b) => a - b)
      .map((after) => this.#booked(opensAt, this.#visitor(opensAt + Math.floor(after))))
      .sort((a, b) => a.arrivesAt - b.arrivesAt);
  }

  /** Turns a share of the visitors, except those of the first half hour, into visitors with an appointment in the slot of their arrival. */
  #booked(opensAt: EpochMs, visitor: Visitor): Visitor {
    const { booked } = this.#world;
    const slot = SLOTS.slotMinutes * MINUTE;
    const bookedFor = opensAt + Math.floor((visitor.arrivesAt - opensAt) / slot) * slot;
    if (booked === 0 || bookedFor === opensAt || this.#next() >= booked) return visitor;
    const comesAt = bookedFor + Math.round(between(this.#next, COMES.from, COMES.to) * MINUTE);
    // The kiosk issues no tickets at lunch.
    const atLunch = comesAt >= opensAt + MORNING && comesAt < opensAt + AFTERNOON.after;
    const arrivesAt = atLunch ? opensAt + AFTERNOON.after : comesAt;
    const dossiers = visitor.dossiers.slice(0, 1);
    return { ...visitor, dossiers, bookedFor, arrivesAt, comes: this.#next() >= STAYS_AWAY };
  }

  #visitor(arrivesAt: EpochMs): Visitor {
    const { services, priority, fifthDay, proxies, missed, noShows, away, transferred, forgotten } = this.#world;
    const service = this.#service();
    const other = services[(services.indexOf(service) + 1) % services.length] ?? service;
    const isPriority = this.#next() < (this.#isFifth() ? (fifthDay?.priority ?? priority) : priority);
    const { least, most } = DOSSIERS_OF_OTHERS;
    const dossiers = this.#next() < proxies ? Math.floor(between(this.#next, least, most + 1)) : 1;
    const rarely = (part: number, from: number, to: number): DurationMs | null =>
      this.#next() < part ? between(this.#next, from, to) * MINUTE : null;
    const isTransferred = this.#next() < transferred && other !== service;
    return {
      arrivesAt,
      serviceId: service.id,
      classId: isPriority ? 'elderly' : REGULAR,
      dossiers: Array.from({ length: dossiers }, () => this.#time(service)),
      bookedFor: null,
      comes: true,
      missesBy: this.#next() < noShows ? Number.POSITIVE_INFINITY : rarely(missed, 5, 25),
      fixesPapersFor: rarely(away, 5, 40),
      transfer: isTransferred ? { serviceId: other.id, takes: this.#time(other) } : null,
      forgotten: this.#next() < forgotten,
    };
  }

  #service(): ServiceMix {
    let left = this.#next();
    const { services } = this.#world;
    const chosen = services.find(({ share }) => {
      left -= share;
      return left < 0;
    });
    const last = services.at(-1);
    if (!last) throw new Error('a world without services');
    return chosen ?? last;
  }

  #time({ id, minutes, variation }: ServiceMix): DurationMs {
    const usual = minutes * MINUTE * Math.exp(this.#drift.get(id) ?? 0);
    return Math.round(lognormal(this.#next, usual, variation));
  }
}
