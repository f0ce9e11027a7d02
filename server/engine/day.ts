/** One business day in memory: the state of every domain, folded from the one sequence of events that they share. */
import { accept, type Result, refuse } from '../../shared/protocol/rejections.ts';
import type { Envelope } from '../../shared/protocol/views/event.ts';
import type { JournalDamage } from '../../shared/protocol/views/trouble.ts';
import type { BusinessDay, EpochMs } from '../../shared/time.ts';
import type { DayRecord } from '../journal/journal.ts';
import type { CommandEnvelope, CommandOf, Deciders, EventOf, StatesOf } from './decider.ts';

type Context = Pick<CommandEnvelope, 'requestId' | 'actor' | 'at'>;

type Numbers = Pick<DayRecord<Envelope>, 'lastSeq' | 'skipped'>;

export class Day<D extends Deciders> {
  readonly name: BusinessDay;
  /** The state of each domain, which its decider changes in place. */
  readonly states: StatesOf<D>;
  readonly #domains: readonly { decider: Deciders[string]; state: unknown }[];
  /** In the order of their sequence numbers. */
  readonly #events: EventOf<D>[] = [];
  /** Where the events that answered each request id first begin in `#events`; the same id gets them again. */
  readonly #answers = new Map<string, number>();
  /** The last sequence number that was or may have been used; 0 before the first event. */
  lastSeq = 0;
  /** Time of the last event. */
  lastEventAt: EpochMs = 0;
  /** The office's time after the last event: that event's own, or the one to which it set the clock, perhaps on another day. */
  lastAt: EpochMs = 0;
  /** How many sequence numbers have no event because a write of them was cut short before it was acknowledged. */
  #skipped = 0;
  /** How many events of this day the journal has lost, and how many no longer fit without them. */
  readonly damage: JournalDamage = { missing: 0, unfit: 0 };

  constructor(name: BusinessDay, deciders: D) {
    this.name = name;
    const domains = Object.entries(deciders).map(([domain, decider]) => ({
      domain,
      decider,
      state: decider.initialState(name),
    }));
    this.#domains = domains;
    // Each state comes from the decider of the same name, which the compiler cannot follow through `entries`.
    this.states = Object.fromEntries(domains.map(({ domain, state }) => [domain, state])) as StatesOf<D>;
  }

  get isOpened(): boolean {
    return this.#events.length > 0;
  }

  /** The day as the journal holds it up to the sequence number `lastSeq`. */
  upTo(lastSeq: number): DayRecord<EventOf<D>> {
    return { events: this.events().filter(({ seq }) => seq <= lastSeq), lastSeq, skipped: this.#skipped };
  }

  /** All events of the day in the order of their sequence numbers. */
  events(): EventOf<D>[] {
    return [...this.#events];
  }

  /** Decides one command and applies its events; a request id that was answered before gets its first answer again. */
  execute(command: CommandOf<D>): Result<readonly EventOf<D>[]> {
    const { decider, state } = this.#domainOf(command.type);
    const before = this.#answerTo(command.requestId);
    if (before.length > 0) {
      return decider.repeats(state, command, before) ? accept(before) : refuse({ code: 'RequestIdReused' });
    }
    const decision = decider.decide(state, command);
    return decision.ok ? accept(this.record(decision.facts, command)) : decision;
  }

  /** The office's time after this event, if the event sets the clock, else null. */
  clockSetBy(event: EventOf<D>): EpochMs | null {
    for (const { decider } of this.#domains) {
      const at = decider.clockSetBy(event);
      if (at !== null) return at;
    }
    return null;
  }

  /** Adds the envelope to facts and applies them to the state. */
  record(facts: readonly { type: string }[], { requestId, actor, at }: Context): EventOf<D>[] {
    const by = `${actor.kind}:${actor.id}`;
    return facts.map((fact) => {
      // The cast is safe: facts come only from the deciders of `D`.
      const event = { seq: this.lastSeq + 1, at, by, requestId, ...fact } as EventOf<D>;
      this.#evolve(event);
      return event;
    });
  }

  /**
   * Applies the events of a journal. Where lines were lost to damage, later events may no longer fit: these are left out, because the
   * rest of the day must go on. Returns one error for each event that was left out.
   */
  replay(
    events: readonly EventOf<D>[],
    { lastSeq, skipped }: Numbers = { lastSeq: events.at(-1)?.seq ?? 0, skipped: 0 },
  ): unknown[] {
    const unfit: unknown[] = [];
    this.#skipped = skipped;
    this.damage.missing = lastSeq - events.length - skipped;
    for (const event of events) {
      this.#skipTo(event.seq - 1);
      try {
        this.#evolve(event);
      } catch (error) {
        this.damage.unfit += 1;
        unfit.push(error);
      }
    }
    this.#skipTo(lastSeq);
    return unfit;
  }

  /** The events that end at `at` whatever the day has left open. */
  close(at: EpochMs): EventOf<D>[] {
    const facts = this.#domains.flatMap(({ decider, state }) => decider.closeDay(state));
    return this.record(facts, { requestId: `close-${this.name}`, actor: CLOCK, at });
  }

  /** The first events of the day, with what is carried over from the day before. */
  open(before: Day<D> | null, at: EpochMs): EventOf<D>[] {
    const facts = this.#domains.flatMap(({ decider }, index) =>
      decider.openDay(this.name, before ? before.#domains[index]?.state : null),
    );
    return this.record(facts, { requestId: `open-${this.name}`, actor: CLOCK, at });
  }

  /** The events with which the office comes to this day again from `before`. */
  enter(before: Day<D>, at: EpochMs): EventOf<D>[] {
    const facts = this.#domains.flatMap(({ decider, state }, index) =>
      decider.enterDay(state, before.#domains[index]?.state),
    );
    return this.record(facts, { requestId: `enter-${this.name}-${this.lastSeq + 1}`, actor: CLOCK, at });
  }

  #skipTo(seq: number): void {
    const count = seq - this.lastSeq;
    if (count <= 0) return;
    this.lastSeq = seq;
    for (const { decider, state } of this.#domains) decider.skipNumbers(state, count);
  }

  #evolve(event: EventOf<D>): void {
    this.lastSeq = event.seq;
    this.lastEventAt = event.at;
    this.lastAt = this.clockSetBy(event) ?? event.at;
    if (!this.#answers.has(event.requestId)) this.#answers.set(event.requestId, this.#events.length);
    this.#events.push(event);
    let followed = false;
    for (const { decider, state } of this.#domains) {
      if (!decider.follows(event.type)) continue;
      decider.evolve(state, event);
      followed = true;
    }
    if (!followed) throw new Error(`unknown event type ${event.type} (seq ${event.seq} of ${this.name})`);
  }

  #answerTo(requestId: string): EventOf<D>[] {
    const from = this.#answers.get(requestId);
    if (from === undefined) return [];
    let to = from;
    while (this.#events[to]?.requestId === requestId) to += 1;
    return this.#events.slice(from, to);
  }

  #domainOf(commandType: string): { decider: Deciders[string]; state: unknown } {
    const found = this.#domains.find(({ decider }) => decider.decides(commandType));
    if (!found) throw new Error(`no domain decides ${commandType}`);
    return found;
  }
}

const CLOCK: CommandEnvelope['actor'] = { kind: 'system', id: 'clock' };
