/** One business day in memory: the fold of its events over every domain, in the one sequence that they share. */
import { accept, type Result, refuse } from '../../shared/protocol/rejections.ts';
import type { JournalDamage } from '../../shared/protocol/views/trouble.ts';
import type { BusinessDay, EpochMs } from '../../shared/time.ts';
import type { CommandEnvelope, CommandOf, Deciders, EventOf, StatesOf } from './decider.ts';

type Context = Pick<CommandEnvelope, 'requestId' | 'actor' | 'at'>;

export class Day<D extends Deciders> {
  readonly name: BusinessDay;
  /** Changed in place by its domain. */
  readonly states: StatesOf<D>;
  readonly #domains: readonly { decider: Deciders[string]; state: unknown }[];
  /** The first answer to each request id, given again when the id comes again. */
  readonly #answers = new Map<string, EventOf<D>[]>();
  /** Sequence number of the last event; 0 before the first. */
  lastSeq = 0;
  /** Time of the last event: the office's clock never shows an earlier one. */
  lastAt: EpochMs = 0;
  /** What the journal lost of this day before this process began to write it. */
  readonly damage: JournalDamage = { missing: 0, unfit: 0 };

  constructor(name: BusinessDay, deciders: D) {
    this.name = name;
    const domains = Object.entries(deciders).map(([domain, decider]) => ({
      domain,
      decider,
      state: decider.initialState(name),
    }));
    this.#domains = domains;
    // Each state comes from its own decider, which the compiler cannot follow through the entries.
    this.states = Object.fromEntries(domains.map(({ domain, state }) => [domain, state])) as StatesOf<D>;
  }

  get isOpened(): boolean {
    return this.lastSeq > 0;
  }

  /** Every event of the day in the order of the sequence. */
  events(): EventOf<D>[] {
    return [...this.#answers.values()].flat().sort((a, b) => a.seq - b.seq);
  }

  /** The events of one command, which are in the state from now on; a request id that was answered before gets its first answer. */
  execute(command: CommandOf<D>): Result<readonly EventOf<D>[]> {
    const { decider, state } = this.#domainOf(command.type);
    const before = this.#answers.get(command.requestId);
    if (before) {
      return decider.repeats(state, command, before) ? accept(before) : refuse({ code: 'RequestIdReused' });
    }
    const decision = decider.decide(state, command);
    return decision.ok ? accept(this.record(decision.facts, command)) : decision;
  }

  /** Makes events of facts and puts them into the state. */
  record(facts: readonly { type: string }[], { requestId, actor, at }: Context): EventOf<D>[] {
    const by = `${actor.kind}:${actor.id}`;
    return facts.map((fact) => {
      // Facts come from the deciders of `D` alone.
      const event = { seq: this.lastSeq + 1, at, by, requestId, ...fact } as EventOf<D>;
      this.#evolve(event);
      return event;
    });
  }

  /**
   * The events of a journal. Where damage took lines away, later events may not fit any more: they are left out, because the rest of
   * the day must go on. Returns why, one error for each.
   */
  replay(events: readonly EventOf<D>[]): unknown[] {
    const unfit: unknown[] = [];
    for (const event of events) {
      this.#skipLost(event.seq - this.lastSeq - 1);
      try {
        this.#evolve(event);
      } catch (error) {
        this.damage.unfit += 1;
        unfit.push(error);
      }
    }
    return unfit;
  }

  /** What the day leaves open, ended as of `at`. */
  close(at: EpochMs): EventOf<D>[] {
    const facts = this.#domains.flatMap(({ decider, state }) => decider.closeDay(state));
    return this.record(facts, { requestId: `close-${this.name}`, actor: CLOCK, at });
  }

  /** The first events, carrying over what the day before hands on. */
  open(before: Day<D> | null, at: EpochMs): EventOf<D>[] {
    const facts = this.#domains.flatMap(({ decider }, index) =>
      decider.openDay(this.name, before ? before.#domains[index]?.state : null),
    );
    return this.record(facts, { requestId: `open-${this.name}`, actor: CLOCK, at });
  }

  #skipLost(count: number): void {
    if (count <= 0) return;
    this.damage.missing += count;
    for (const { decider, state } of this.#domains) decider.skipLost(state, count);
  }

  #evolve(event: EventOf<D>): void {
    this.lastSeq = event.seq;
    this.lastAt = Math.max(this.lastAt, event.at);
    const answer = this.#answers.get(event.requestId);
    if (answer) answer.push(event);
    else this.#answers.set(event.requestId, [event]);
    let followed = false;
    for (const { decider, state } of this.#domains) {
      if (!decider.follows(event.type)) continue;
      decider.evolve(state, event);
      followed = true;
    }
    if (!followed) throw new Error(`unknown event type ${event.type} (seq ${event.seq} of ${this.name})`);
  }

  #domainOf(commandType: string): { decider: Deciders[string]; state: unknown } {
    const found = this.#domains.find(({ decider }) => decider.decides(commandType));
    if (!found) throw new Error(`no domain decides ${commandType}`);
    return found;
  }
}

const CLOCK: CommandEnvelope['actor'] = { kind: 'system', id: 'clock' };
