/** Simulates one day with the real rules: visitors come, clerks call, serve and pause, and a watcher sees tickets and calls. */

import { Day as OpenedDay } from '../../server/engine/day.ts';
import { type OfficeDeciders, queueDecider } from '../../server/engine/office-engine.ts';
import type { Actor, Command, CommandBody } from '../../server/queue/commands.ts';
import { decide } from '../../server/queue/decide.ts';
import type { Event } from '../../server/queue/events.ts';
import { openDay } from '../../server/queue/rules/day.ts';
import type { State, Ticket } from '../../server/queue/state.ts';
import { dossiersThisTurn, type Office } from '../../shared/office/office.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../shared/time.ts';
import type { Clerk, Day, Visitor } from './visitors.ts';

/** The time that a called visitor walks to the counter. */
const WALK: DurationMs = 20_000;
/** How long a clerk waits for a called visitor who does not come. */
const MISSED_AFTER: DurationMs = 90_000;
const PAUSE: DurationMs = 15 * MINUTE;
/** The part of a visit after which faulty papers are noticed. */
const NOTICED_AFTER = 0.4;

/** Sees what happens during the day. */
export interface Watcher {
  /** `state` has the ticket already. */
  issued?(state: State, ticket: Event & { type: 'TicketIssued' }): void;
  /** `called` is the ticket as it was just before the call. */
  calls(state: State, called: Ticket, counterId: string, at: EpochMs): void;
}

interface Visit {
  visitor: Visitor;
  left: DurationMs[];
  missesBy: DurationMs | null;
  fixesPapersFor: DurationMs | null;
}

/** The appointment code of the first visitor; those of the others follow. */
const FIRST_CODE = 100_000;
const KIOSK: Actor = { kind: 'device', id: 'kiosk' };

/** The state at the end of the simulated day; `before` is that of the day before. */
export function simulateDay(day: Day, office: Office, before: State | null, watcher: Watcher): State {
  return new OfficeDay(day, office, before, watcher).simulate();
}

class OfficeDay {
  readonly #opened: OpenedDay<OfficeDeciders>;
  readonly #watcher: Watcher;
  readonly #day: Day;
  readonly #agenda: { at: EpochMs; run: (at: EpochMs) => void }[] = [];
  readonly #visits = new Map<string, Visit>();
  /** Clerks who have no visitor to call. */
  readonly #idle = new Set<Clerk>();
  readonly #paused = new Set<Clerk>();
  #commands = 0;

  constructor(day: Day, office: Office, before: State | null, watcher: Watcher) {
    this.#opened = new OpenedDay(day.day, { queue: queueDecider(office) });
    const by = { at: day.opensAt, requestId: 'open', actor: { kind: 'system', id: 'clock' } };
    this.#opened.record([openDay(day.day, office, before)], by);
    this.#day = day;
    this.#watcher = watcher;
  }

  get #state(): State {
    return this.#opened.states.queue;
  }

  simulate(): State {
    const { clerks, visitors, opensAt } = this.#day;
    for (const clerk of clerks) {
      this.#execute(opensAt, { type: 'OpenCounter', counterId: clerk.counterId }, staff(clerk));
      this.#idle.add(clerk);
    }
    for (const [index, visitor] of visitors.entries()) {
      const code = String(FIRST_CODE + index);
      const { bookedFor: startsAt, serviceId, comes } = visitor;
      if (startsAt !== null)
        this.#execute(opensAt, { type: 'BookAppointment', appointmentId: code, code, serviceId, startsAt }, KIOSK);
      if (comes) this.#later(visitor.arrivesAt, (at) => this.#arrive(visitor, code, at));
    }
    for (let next = this.#agenda.shift(); next; next = this.#agenda.shift()) {
      next.run(next.at);
      for (const clerk of [...this.#idle]) this.#call(clerk, next.at);
    }
    return this.#state;
  }

  #later(at: EpochMs, run: (at: EpochMs) => void): void {
    const index = this.#agenda.findLastIndex((entry) => entry.at <= at);
    this.#agenda.splice(index + 1, 0, { at: Math.round(at), run });
  }

  #arrive(visitor: Visitor, code: string, at: EpochMs): void {
    const { serviceId, classId, dossiers, missesBy, fixesPapersFor, bookedFor } = visitor;
    const ticketId = `t${this.#visits.size}`;
    this.#visits.set(ticketId, { visitor, left: [...dossiers], missesBy, fixesPapersFor });
    const body: CommandBody =
      bookedFor === null
        ? { type: 'IssueTicket', ticketId, serviceId, classId, dossiers: dossiers.length }
        : { type: 'CheckIn', code, ticketId, classId };
    const [issued] = this.#execute(at, body, KIOSK);
    if (issued?.type === 'TicketIssued') this.#watcher.issued?.(this.#state, issued);
  }

  #call(clerk: Clerk, at: EpochMs): void {
    const { counterId } = clerk;
    this.#idle.delete(clerk);
    if (at >= clerk.pausesAt && !this.#paused.has(clerk)) {
      this.#paused.add(clerk);
      this.#execute(at, { type: 'PauseCounter', counterId, reason: 'Nghỉ', minutes: null }, staff(clerk));
      this.#later(at + PAUSE, (back) => {
        this.#execute(back, { type: 'ResumeCounter', counterId }, staff(clerk));
        this.#idle.add(clerk);
      });
      return;
    }
    const [called] = this.#execute(at, { type: 'CallNext', counterId }, staff(clerk));
    if (called?.type === 'TicketCalled') this.#receive(clerk, called.ticketId, at);
    else this.#idle.add(clerk);
  }

  #receive(clerk: Clerk, ticketId: string, at: EpochMs): void {
    const { counterId } = clerk;
    const visit = this.#visitOf(ticketId);
    if (visit.missesBy === null) {
      this.#later(at + WALK, (start) => {
        this.#execute(start, { type: 'StartServing', counterId }, staff(clerk));
        this.#serve(clerk, ticketId, visit, start);
      });
      return;
    }
    const back = at + MISSED_AFTER + visit.missesBy;
    visit.missesBy = null;
    this.#later(back, (now) => this.#execute(now, { type: 'ReturnTicket', ticketId }, KIOSK));
    this.#later(at + MISSED_AFTER, (now) => {
      this.#execute(now, { type: 'MissTicket', counterId }, staff(clerk));
      this.#idle.add(clerk);
    });
  }

  #serve(clerk: Clerk, ticketId: string, visit: Visit, start: EpochMs): void {
    const { counterId, slowness } = clerk;
    const turn = dossiersThisTurn(this.#state.office.rules, visit.left.length);
    const takes = slowness * visit.left.slice(0, turn).reduce((sum, dossier) => sum + dossier, 0);
    const { fixesPapersFor } = visit;
    if (fixesPapersFor !== null) {
      visit.fixesPapersFor = null;
      this.#later(start + takes * NOTICED_AFTER, (now) => {
        this.#execute(now, { type: 'SendAway', counterId }, staff(clerk));
        this.#later(now + fixesPapersFor, (back) => this.#execute(back, { type: 'ReturnTicket', ticketId }, KIOSK));
        this.#idle.add(clerk);
      });
      return;
    }
    visit.left.splice(0, turn);
    this.#later(start + takes, (now) => {
      this.#execute(now, { type: 'FinishTicket', counterId }, staff(clerk));
      this.#idle.add(clerk);
    });
  }

  #visitOf(ticketId: string): Visit {
    const visit = this.#visits.get(ticketId);
    if (!visit) throw new Error(`no visit with ticket ${ticketId}`);
    return visit;
  }

  #execute(at: EpochMs, body: CommandBody, actor: Actor): readonly Event[] {
    this.#commands += 1;
    const command: Command = { ...body, actor, at, requestId: `request-${this.#commands}` };
    const decision = decide(this.#state, command);
    if (!decision.ok) {
      if (decision.rejection.code === 'NobodyWaiting') return [];
      throw new Error(`${body.type} was refused: ${decision.rejection.code}`);
    }
    for (const fact of decision.facts) {
      const called = fact.type === 'TicketCalled' && this.#state.tickets.get(fact.ticketId);
      if (called) this.#watcher.calls(this.#state, called, fact.counterId, at);
    }
    return this.#opened.record(decision.facts, command);
  }
}

function staff({ counterId }: Clerk): Actor {
  return { kind: 'staff', id: counterId, name: counterId, role: 'clerk' };
}
