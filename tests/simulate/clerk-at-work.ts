/** A simulated clerk: opens the counter, calls, serves, pauses, goes to lunch. */
import type { Actor, CommandBody } from '../../server/queue/commands.ts';
import { dossiersThisTurn } from '../../shared/office/office.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../shared/time.ts';
import { type Hall, KIOSK, type Visit } from './hall.ts';
import type { ClerkPlan, Pause } from './visitors.ts';

/** The time that a called visitor walks to the counter. */
const WALK: DurationMs = 20_000;
/** How long a clerk waits for a called visitor who does not come. */
const MISSED_AFTER: DurationMs = 90_000;
/** The part of a visit after which faulty papers are noticed, or that it belongs to another service. */
const NOTICED_AFTER = 0.4;

type CounterCommand = Extract<CommandBody, { counterId: string }>['type'];
/** The commands that need the counter only. */
type Press = Exclude<CounterCommand, 'CallTicket' | 'TransferTicket' | 'PauseCounter'>;

export class ClerkAtWork {
  readonly #office: Hall;
  readonly #plan: ClerkPlan;
  readonly #actor: Actor;
  readonly #pauses: Pause[];
  /** Whether the clerk is at the counter and may call. */
  #idle = false;
  #hadLunch = false;
  /** Whether the visitor has left and the clerk has not finished the visit. */
  #unfinished = false;

  constructor(office: Hall, plan: ClerkPlan) {
    this.#office = office;
    this.#plan = plan;
    this.#pauses = [...plan.pauses];
    this.#actor = { kind: 'staff', id: plan.counterId, name: plan.counterId, role: 'clerk' };
    this.#later(office.day.opensAt + plan.late[0], (at) => this.#press(at, 'OpenCounter'));
  }

  /** Called after each event of the hall. */
  takeNext(at: EpochMs): void {
    if (!this.#idle) return;
    if (!this.#office.isCalling(at)) {
      if (!this.#hadLunch) this.#goToLunch(at);
      return;
    }
    const [pause] = this.#pauses;
    if (this.#unfinished && (this.#someoneWaits() || (pause && at >= pause.from))) {
      this.#unfinished = false;
      this.#press(at, 'FinishTicket');
    }
    if (this.#unfinished) return;
    if (pause && at >= pause.from) this.#pause(pause, at);
    else this.#call(at);
  }

  #someoneWaits(): boolean {
    const { state } = this.#office;
    const services = state.office.counters.find(({ id }) => id === this.#plan.counterId)?.services ?? [];
    return services.some((id) => [...(state.queues.get(id)?.lines.values() ?? [])].some(({ length }) => length > 0));
  }

  #goToLunch(at: EpochMs): void {
    this.#hadLunch = true;
    this.#idle = false;
    const how = this.#unfinished ? 'leave' : this.#plan.lunch;
    const back = Number(this.#office.sessions.at(-1)?.from) + this.#plan.late[1];
    if (how === 'close') this.#press(at, 'CloseCounter');
    if (how === 'pause') this.#pressPause(at, null);
    this.#later(Math.max(back, at), (now) => {
      if (how === 'close') this.#press(now, 'OpenCounter');
      if (how === 'pause') this.#press(now, 'ResumeCounter');
    });
  }

  #pause({ lasts, announced }: Pause, at: EpochMs): void {
    this.#pauses.shift();
    this.#idle = false;
    this.#pressPause(at, announced);
    this.#later(at + lasts, (back) => this.#press(back, 'ResumeCounter'));
  }

  #call(at: EpochMs): void {
    const [called] = this.#press(at, 'CallNext');
    if (called?.type !== 'TicketCalled') return;
    this.#idle = false;
    const { ticketId } = called;
    const visit = this.#office.visitOf(ticketId);
    if (visit.missesBy === null) {
      this.#office.later(at + WALK, (start) => {
        this.#press(start, 'StartServing');
        this.#serve(ticketId, visit, start);
      });
      return;
    }
    const back = at + MISSED_AFTER + visit.missesBy;
    visit.missesBy = null;
    if (back < Number.POSITIVE_INFINITY) this.#returns(ticketId, back);
    this.#later(at + MISSED_AFTER, (now) => this.#press(now, 'MissTicket'));
  }

  #serve(ticketId: string, visit: Visit, start: EpochMs): void {
    const turn = dossiersThisTurn(this.#office.state.office.rules, visit.left.length);
    const takes = visit.left.slice(0, turn).reduce((sum, dossier) => sum + dossier, 0);
    const { fixesPapersFor, transfer } = visit;
    if (fixesPapersFor !== null) {
      visit.fixesPapersFor = null;
      this.#later(this.#endOf(takes * NOTICED_AFTER, ticketId, start), (now) => {
        this.#press(now, 'SendAway');
        this.#returns(ticketId, now + fixesPapersFor);
      });
    } else if (transfer !== null) {
      visit.transfer = null;
      visit.left = [transfer.takes];
      this.#later(this.#endOf(takes * NOTICED_AFTER, ticketId, start), (now) => {
        const { counterId } = this.#plan;
        const { serviceId } = transfer;
        this.#office.execute(now, { type: 'TransferTicket', counterId, serviceId }, this.#actor);
      });
    } else {
      visit.left.splice(0, turn);
      this.#later(this.#endOf(takes, ticketId, start), (now) => this.#finish(visit, now));
    }
  }

  #finish(visit: Visit, at: EpochMs): void {
    if (visit.left.length === 0) this.#office.watcher.finished?.(visit.visitor, at);
    this.#unfinished = visit.visitor.forgotten && visit.left.length === 0;
    if (!this.#unfinished) this.#press(at, 'FinishTicket');
  }

  /** When work of this length ends that begins at `start`. */
  #endOf(work: DurationMs, ticketId: string, start: EpochMs): EpochMs {
    const { slow, hangs } = this.#office.day;
    const isSlow = slow && start >= slow.from && this.#office.state.tickets.get(ticketId)?.serviceId === slow.serviceId;
    const end = start + work * this.#plan.slowness * (isSlow ? slow.factor : 1);
    return hangs && start < hangs.to && end > hangs.from ? end + hangs.to - Math.max(hangs.from, start) : end;
  }

  #returns(ticketId: string, at: EpochMs): void {
    this.#office.later(this.#reopened(at), (now) => {
      const status = this.#office.state.tickets.get(ticketId)?.status;
      if (status === 'away') this.#office.execute(now, { type: 'ReturnTicket', ticketId }, KIOSK);
      // A visitor who comes back too late takes a new number; this simulation leaves that out.
      else if (status === 'missed' && now - at < MINUTE)
        this.#office.execute(now, { type: 'ReturnTicket', ticketId }, KIOSK);
    });
  }

  /** `at`, or the beginning of the afternoon for a visitor who would come back at lunch. */
  #reopened(at: EpochMs): EpochMs {
    return this.#office.isCalling(at) ? at : Number(this.#office.sessions.at(-1)?.from);
  }

  /** Does something, after which the clerk may call. */
  #later(at: EpochMs, run: (at: EpochMs) => void): void {
    this.#office.later(at, (now) => {
      run(now);
      this.#idle = true;
    });
  }

  #pressPause(at: EpochMs, minutes: number | null): void {
    const { counterId } = this.#plan;
    this.#office.execute(at, { type: 'PauseCounter', counterId, reason: 'Nghỉ', minutes }, this.#actor);
  }

  #press(at: EpochMs, type: Press) {
    return this.#office.execute(at, { type, counterId: this.#plan.counterId }, this.#actor);
  }
}
