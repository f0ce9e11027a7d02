/** The visitors of a day and what each needs: drawn beforehand, so that the same day can be simulated with other rules. */
import { REGULAR } from '../../shared/office/office.ts';
import { type BusinessDay, type DurationMs, type EpochMs, MINUTE } from '../../shared/time.ts';
import { time } from '../queue/office.ts';
import { between, normal, type Random, shapes } from './random.ts';
import { countersOf, MEAN, type Setting, SLOTS, servicesOf } from './setting.ts';

export interface Visitor {
  arrivesAt: EpochMs;
  serviceId: string;
  classId: string;
  /** The time that each dossier takes. */
  dossiers: DurationMs[];
  /** How long after a missed first call the visitor returns; null for one who does not miss it. */
  missesBy: DurationMs | null;
  /** The time of the appointment; null without one. */
  bookedFor: EpochMs | null;
  /** False for a visitor who has booked and does not come. */
  comes: boolean;
  /** How long the visitor is away to correct papers; null for one whose papers are right. */
  fixesPapersFor: DurationMs | null;
}

export interface Clerk {
  counterId: string;
  /** Factor on service times: 1 for an ordinary clerk, 1.5 for one who takes half as long again. */
  slowness: number;
  /** The clerk pauses for a quarter of an hour after the visit of this moment. */
  pausesAt: EpochMs;
}

export interface Day {
  day: BusinessDay;
  opensAt: EpochMs;
  visitors: Visitor[];
  clerks: Clerk[];
}

const MORNING: DurationMs = 240 * MINUTE;
const AFTERNOON = { after: 360 * MINUTE, lasts: 210 * MINUTE };
/** The first part of the morning, in which three in five of its visitors come. */
const PEAK: DurationMs = 75 * MINUTE;
/** The load of the afternoon, as a part of the morning's. */
const AFTERNOON_LOAD = 0.6;
const MISSES = 0.05;
const FIXES_PAPERS = 0.03;
const COMES_FOR_OTHERS = 0.03;
/** The share of booked visitors who do not come, and by how many minutes before or after the appointment the others come. */
const STAYS_AWAY = 0.1;
const COMES = { from: -20, to: 12 };
const DOSSIERS_OF_OTHERS = { least: 2, most: 8 };
/** Daily drift of a service's mean time: the standard deviation of the change, and the part of the drift that is lost each day. */
const DRIFT = 0.08;
const FALLS_BACK = 0.2;
/** Every so many days some counter gets a new clerk, who takes longer by this part at first and none after as many days. */
const NEW_CLERK_EVERY = 10;
const LONGER_AT_FIRST = 0.4;

/** Draws office days one after another. */
export class Calendar {
  readonly #setting: Setting;
  readonly #next: Random;
  readonly #drift = new Map<string, number>();
  readonly #clerkSince: number[];
  #days = 0;

  constructor(setting: Setting, next: Random) {
    this.#setting = setting;
    this.#next = next;
    this.#clerkSince = countersOf(setting).map(() => -NEW_CLERK_EVERY);
  }

  day(day: BusinessDay): Day {
    const opensAt = time(`${day} 07:30`);
    for (const id of servicesOf(this.#setting))
      this.#drift.set(id, (this.#drift.get(id) ?? 0) * (1 - FALLS_BACK) + DRIFT * normal(this.#next));
    const clerks = this.#clerks(opensAt);
    this.#days += 1;
    return { day, opensAt, clerks, visitors: this.#visitors(opensAt) };
  }

  #clerks(opensAt: EpochMs): Clerk[] {
    if (this.#days % NEW_CLERK_EVERY === NEW_CLERK_EVERY / 2)
      this.#clerkSince[Math.floor(this.#next() * this.#clerkSince.length)] = this.#days;
    return countersOf(this.#setting).map((counterId, index) => {
      const days = this.#days - (this.#clerkSince[index] ?? 0);
      const pausesAt = opensAt + between(this.#next, 60, 180) * MINUTE;
      return { counterId, slowness: 1 + LONGER_AT_FIRST * Math.max(0, 1 - days / NEW_CLERK_EVERY), pausesAt };
    });
  }

  #visitors(opensAt: EpochMs): Visitor[] {
    const { counters, load } = this.#setting;
    const services = servicesOf(this.#setting);
    const { least, most } = DOSSIERS_OF_OTHERS;
    const dossiers = 1 + COMES_FOR_OTHERS * ((least + most) / 2 - 1);
    const mean = (dossiers * services.reduce((sum, id) => sum + (MEAN[id] ?? 0), 0)) / services.length;
    const morning = Math.round((load * counters * MORNING) / mean);
    const afternoon = Math.round((load * AFTERNOON_LOAD * counters * AFTERNOON.lasts) / mean);
    const arrivals = [
      ...Array.from({ length: morning }, () =>
        this.#next() < 0.6 ? between(this.#next, 0, PEAK) : between(this.#next, PEAK, MORNING),
      ),
      ...Array.from({ length: afternoon }, () => AFTERNOON.after + between(this.#next, 0, AFTERNOON.lasts)),
    ];
    return arrivals
      .sort((a, b) => a - b)
      .map((after) => this.#booked(opensAt, this.#visitor(opensAt + Math.round(after))))
      .sort((a, b) => a.arrivesAt - b.arrivesAt);
  }

  /** Turns a share of the visitors, except those of the first half hour, into visitors with an appointment in the slot of their arrival. */
  #booked(opensAt: EpochMs, visitor: Visitor): Visitor {
    const { bookedShare } = this.#setting;
    const slot = SLOTS.slotMinutes * MINUTE;
    const bookedFor = opensAt + Math.floor((visitor.arrivesAt - opensAt) / slot) * slot;
    if (bookedShare === 0 || bookedFor === opensAt || this.#next() >= bookedShare) return visitor;
    const arrivesAt = bookedFor + Math.round(between(this.#next, COMES.from, COMES.to) * MINUTE);
    const dossiers = visitor.dossiers.slice(0, 1);
    return { ...visitor, dossiers, bookedFor, arrivesAt, comes: this.#next() >= STAYS_AWAY };
  }

  #visitor(arrivesAt: EpochMs): Visitor {
    const services = servicesOf(this.#setting);
    const serviceId = services[Math.floor(this.#next() * services.length)] ?? 'civil';
    const classId = this.#next() < this.#setting.priorityShare ? 'elderly' : REGULAR;
    const { least, most } = DOSSIERS_OF_OTHERS;
    const dossiers = this.#next() < COMES_FOR_OTHERS ? Math.floor(between(this.#next, least, most + 1)) : 1;
    const usual = (MEAN[serviceId] ?? MINUTE) * Math.exp(this.#drift.get(serviceId) ?? 0);
    const rarely = (part: number, from: number, to: number): DurationMs | null =>
      this.#next() < part ? between(this.#next, from, to) * MINUTE : null;
    return {
      arrivesAt,
      serviceId,
      classId,
      dossiers: Array.from({ length: dossiers }, () => Math.round(shapes[this.#setting.shape](this.#next, usual))),
      bookedFor: null,
      comes: true,
      missesBy: rarely(MISSES, 5, 25),
      fixesPapersFor: rarely(FIXES_PAPERS, 5, 40),
    };
  }
}
