/** Seeded office days: visitors come with a morning peak, clerks take as long as people take, and every promise is checked. */
import type { Actor, Command, Order } from '../../server/queue/commands.ts';
import { decide } from '../../server/queue/decide.ts';
import type { Event } from '../../server/queue/events.ts';
import { record } from '../../server/queue/record.ts';
import { openDay } from '../../server/queue/rules/day.ts';
import { initialState, type State } from '../../server/queue/state.ts';
import { addDays, type DurationMs, type EpochMs, MINUTE } from '../../shared/time.ts';
import { ordinaryOffice, TODAY, time } from './office.ts';

/** Mulberry32: uniform in [0, 1), the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Chance = () => number;
const exponential = (next: Chance, mean: number) => -Math.log(1 - next()) * mean;
const normal = (next: Chance) => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

/** Service times with the given mean. */
export const shapes = {
  /** Coefficient of variation 0.58. */
  gamma: (next: Chance, mean: DurationMs) =>
    exponential(next, mean / 3) + exponential(next, mean / 3) + exponential(next, mean / 3),
  /** Coefficient of variation 0.8: a few visits take very long. */
  lognormal: (next: Chance, mean: DurationMs) => mean * Math.exp(0.7 * normal(next) - 0.245),
};

export interface Setting {
  counters: number;
  /** One queue for all, or three with counters that serve two of them each. */
  services: 1 | 3;
  shape: keyof typeof shapes;
  /** Work that comes, as a part of what the counters can do over the day. */
  load: number;
  priorityShare: number;
}

export interface Kept {
  fromMinutes: number;
  toMinutes: number;
  waitedMinutes: number;
}

const MEAN: Record<string, DurationMs> = { civil: 8 * MINUTE, land: 12 * MINUTE, social: 10 * MINUTE };
const MORNING = { from: '07:30', minutes: 240 };

/** Every ticket that was issued with a range, with the wait it really had until its first call. */
export function play(setting: Setting, days: number, seed: number): Kept[] {
  const next = chance(seed);
  const promises: Kept[] = [];
  let before: State | null = null;
  for (let day = TODAY, played = 0; played < days; played += 1, day = addDays(day, 1)) {
    const { state, events } = new OfficeDay(setting, day, before, next).run();
    promises.push(...kept(events));
    before = state;
  }
  return promises;
}

function kept(events: readonly Event[]): Kept[] {
  const issued = new Map<string, Event & { type: 'TicketIssued' }>();
  const promises: Kept[] = [];
  for (const event of events) {
    if (event.type === 'TicketIssued') issued.set(event.ticketId, event);
    if (event.type !== 'TicketCalled') continue;
    const ticket = issued.get(event.ticketId);
    if (ticket?.estimate) promises.push({ ...ticket.estimate, waitedMinutes: (event.at - ticket.at) / MINUTE });
  }
  return promises;
}

class OfficeDay {
  readonly #setting: Setting;
  readonly #next: Chance;
  readonly #state: State;
  readonly #events: Event[] = [];
  readonly #services: string[];
  readonly #opens: EpochMs;
  #commands = 0;

  constructor(setting: Setting, day: string, before: State | null, next: Chance) {
    this.#setting = setting;
    this.#next = next;
    this.#state = initialState(day);
    this.#opens = time(`${day} ${MORNING.from}`);
    this.#services = setting.services === 1 ? ['civil'] : ['civil', 'land', 'social'];
    const allDay = [{ from: '00:00', to: '24:00' }];
    const counters = Array.from({ length: setting.counters }, (_, index) => ({
      id: `c${index}`,
      number: index + 1,
      services:
        setting.services === 1
          ? ['civil']
          : this.#services.filter((_service, at) => setting.counters === 1 || at !== index % 3),
    }));
    const office = { ...ordinaryOffice, counters, specialDays: { [day]: allDay } };
    const by = { at: this.#opens, requestId: 'open', actor: { kind: 'system', id: 'clock' } as const };
    record(this.#state, [openDay(day, office, before)], by);
  }

  run(): { state: State; events: Event[] } {
    const counters = Array.from({ length: this.#setting.counters }, (_, index) => `c${index}`);
    for (const counterId of counters) this.#does(this.#opens, { type: 'OpenCounter', counterId }, counterId);
    const arrivals = this.#arrivals();
    /** When each counter's visit ends; null while nobody is there. */
    const busy = new Map<string, EpochMs | null>(counters.map((id) => [id, null]));
    for (;;) {
      const [ending] = [...busy].filter(([, until]) => until !== null).sort(([, a], [, b]) => Number(a) - Number(b));
      const arrival = arrivals[0];
      if (!arrival && !ending) break;
      let now: EpochMs;
      if (arrival !== undefined && (ending === undefined || arrival <= Number(ending[1]))) {
        now = arrival;
        arrivals.shift();
        this.#arrive(now);
      } else {
        const [counterId, until] = ending ?? ['', null];
        now = Number(until);
        this.#does(now, { type: 'FinishTicket', counterId }, counterId);
        busy.set(counterId, null);
      }
      for (const [counterId, until] of busy) if (until === null) busy.set(counterId, this.#serve(now, counterId));
    }
    return { state: this.#state, events: this.#events };
  }

  #arrive(at: EpochMs): void {
    const serviceId = this.#services[Math.floor(this.#next() * this.#services.length)] ?? 'civil';
    const classId = this.#next() < this.#setting.priorityShare ? 'elderly' : 'regular';
    this.#does(at, { type: 'IssueTicket', ticketId: `t${this.#commands}`, serviceId, classId, dossiers: 1 });
  }

  /** Calls and starts; the end of the visit, or null when nobody waits. */
  #serve(at: EpochMs, counterId: string): EpochMs | null {
    const [called] = this.#does(at, { type: 'CallNext', counterId }, counterId);
    if (called?.type !== 'TicketCalled') return null;
    const serviceId = this.#state.tickets.get(called.ticketId)?.serviceId ?? '';
    // The way from the chairs to the counter takes a moment.
    this.#does(at + 20_000, { type: 'StartServing', counterId }, counterId);
    return at + 20_000 + Math.round(shapes[this.#setting.shape](this.#next, MEAN[serviceId] ?? MINUTE));
  }

  #does(at: EpochMs, order: Order, clerk = 'kiosk'): readonly Event[] {
    const actor: Actor =
      clerk === 'kiosk' ? { kind: 'device', id: 'kiosk' } : { kind: 'staff', id: clerk, name: clerk, role: 'clerk' };
    this.#commands += 1;
    const command: Command = { ...order, actor, at, requestId: `request-${this.#commands}` };
    const decision = decide(this.#state, command);
    if (!decision.ok) return [];
    const events = record(this.#state, decision.facts, command);
    this.#events.push(...events);
    return events;
  }

  /** Three in five come in the first 75 minutes, the others evenly over the rest of the morning. */
  #arrivals(): EpochMs[] {
    const mean = this.#services.reduce((sum, id) => sum + (MEAN[id] ?? 0), 0) / this.#services.length;
    const visitors = Math.round((this.#setting.load * this.#setting.counters * MORNING.minutes * MINUTE) / mean);
    return Array.from({ length: visitors }, () => {
      const minute = this.#next() < 0.6 ? this.#next() * 75 : 75 + this.#next() * (MORNING.minutes - 75);
      return this.#opens + Math.round(minute * MINUTE);
    }).sort((a, b) => a - b);
  }
}
