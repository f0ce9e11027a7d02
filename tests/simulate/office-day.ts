/** Simulates one day with the real rules: visitors come, clerks work, and a watcher sees tickets and calls. */

import { Day as OpenedDay } from '../../server/engine/day.ts';
import { type OfficeDeciders, queueDecider } from '../../server/engine/office-engine.ts';
import type { Actor, Command, CommandBody } from '../../server/queue/commands.ts';
import { decide } from '../../server/queue/decide.ts';
import type { Event } from '../../server/queue/events.ts';
import { openDay } from '../../server/queue/rules/day.ts';
import type { State } from '../../server/queue/state.ts';
import { sessionsOn } from '../../shared/calendar/hours.ts';
import type { Office } from '../../shared/office/office.ts';
import { type EpochMs, instantOf, MINUTE } from '../../shared/time.ts';
import { ClerkAtWork } from './clerk-at-work.ts';
import { type Hall, KIOSK, type Visit, type Watcher } from './hall.ts';
import type { Day, Visitor } from './visitors.ts';

/** The appointment code of the first visitor; those of the others follow. */
const FIRST_CODE = 100_000;
const CLOCK: Actor = { kind: 'system', id: 'clock' };

/** The state at the end of the simulated day; `before` is that of the day before. */
export function simulateDay(day: Day, office: Office, before: State | null, watcher: Watcher): State {
  return new OfficeDay(day, office, before, watcher).simulate();
}

class OfficeDay implements Hall {
  readonly day: Day;
  readonly watcher: Watcher;
  readonly sessions: { from: EpochMs; to: EpochMs }[];
  readonly #closesAt: EpochMs;
  readonly #opened: OpenedDay<OfficeDeciders>;
  readonly #agenda: { at: EpochMs; run: (at: EpochMs) => void }[] = [];
  readonly #visits = new Map<string, Visit>();
  #commands = 0;

  constructor(day: Day, office: Office, before: State | null, watcher: Watcher) {
    this.day = day;
    this.watcher = watcher;
    const instant = (minute: number) => instantOf(day.day, minute, office.timeZone);
    this.sessions = sessionsOn(office, day.day).map(({ from, to }) => ({ from: instant(from), to: instant(to) }));
    this.#closesAt = Number(this.sessions.at(-1)?.to) + office.rules.closingGraceMinutes * MINUTE;
    this.#opened = new OpenedDay(day.day, { queue: queueDecider(office) });
    const by = { at: day.opensAt, requestId: 'open', actor: CLOCK };
    this.#opened.record([openDay(day.day, office, before)], by);
  }

  get state(): State {
    return this.#opened.states.queue;
  }

  simulate(): State {
    const { clerks, visitors, opensAt } = this.day;
    const atWork = clerks.map((plan) => new ClerkAtWork(this, plan));
    for (const [index, visitor] of visitors.entries()) {
      const code = String(FIRST_CODE + index);
      const { bookedFor: startsAt, serviceId, comes } = visitor;
      if (startsAt !== null)
        this.execute(opensAt, { type: 'BookAppointment', appointmentId: code, code, serviceId, startsAt }, KIOSK);
      if (comes) this.later(visitor.arrivesAt, (at) => this.#arrive(visitor, code, at));
    }
    for (let next = this.#agenda.shift(); next && next.at < this.#closesAt; next = this.#agenda.shift()) {
      next.run(next.at);
      for (const clerk of atWork) clerk.takeNext(next.at);
    }
    this.execute(this.#closesAt, { type: 'CloseDay' }, CLOCK);
    return this.state;
  }

  /** Whether clerks call visitors now; after the last session they do until the day is closed. */
  isCalling(at: EpochMs): boolean {
    const last = this.sessions.at(-1);
    return this.sessions.some(({ from, to }) => from <= at && at < to) || (last !== undefined && at >= last.from);
  }

  later(at: EpochMs, run: (at: EpochMs) => void): void {
    const index = this.#agenda.findLastIndex((entry) => entry.at <= at);
    this.#agenda.splice(index + 1, 0, { at: Math.round(at), run });
  }

  visitOf(ticketId: string): Visit {
    const visit = this.#visits.get(ticketId);
    if (!visit) throw new Error(`no visit with ticket ${ticketId}`);
    return visit;
  }

  execute(at: EpochMs, body: CommandBody, actor: Actor): readonly Event[] {
    this.#commands += 1;
    const command: Command = { ...body, actor, at, requestId: `request-${this.#commands}` };
    const decision = decide(this.state, command);
    if (!decision.ok) {
      if (decision.rejection.code === 'NobodyWaiting') return [];
      throw new Error(`${body.type} was refused: ${decision.rejection.code}`);
    }
    for (const fact of decision.facts) {
      const called = fact.type === 'TicketCalled' && this.state.tickets.get(fact.ticketId);
      if (called) this.watcher.calls(this.state, called, fact.counterId, at);
    }
    return this.#opened.record(decision.facts, command);
  }

  #arrive(visitor: Visitor, code: string, at: EpochMs): void {
    const { serviceId, classId, dossiers, missesBy, fixesPapersFor, transfer, bookedFor } = visitor;
    const ticketId = `t${this.#visits.size}`;
    this.#visits.set(ticketId, { visitor, left: [...dossiers], missesBy, fixesPapersFor, transfer });
    const body: CommandBody =
      bookedFor === null
        ? { type: 'IssueTicket', ticketId, serviceId, classId, dossiers: dossiers.length }
        : { type: 'CheckIn', code, ticketId, classId };
    const [issued] = this.execute(at, body, KIOSK);
    if (issued?.type === 'TicketIssued') this.watcher.issued?.(this.state, issued);
  }
}
