// What holds for the votes of any day, however visits, presses, changes and numbers follow each other.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Actor, CommandBody } from '../../server/queue/commands.ts';
import type { EventOf } from '../../server/queue/events.ts';
import type { State } from '../../server/queue/state.ts';
import { boardView } from '../../server/queue/views/board.ts';
import { anna, finished, Hall, issued, opened, pad, replayed, serving, ticket } from './given.ts';
import { ordinaryOffice, time } from './office.ts';
import { plain } from './plain.ts';

const HEALTH = { storage: 'ok', clock: 'ok', printer: 'ok' } as const;
const phone: Actor = { kind: 'device', id: 'phone' };
const START = time('08:00');

interface Step {
  type: 'visit' | 'vote' | 'vote again' | 'take back';
  /** Seconds since the step before. */
  after: number;
  /** Selects the vote and the sender. */
  which: number;
  /** Selects the ticket; many votes have none. */
  number: number;
  level: number;
}

const steps = fc.array(
  fc.record<Step>({
    type: fc.constantFrom('visit', 'vote', 'vote', 'vote again', 'vote again', 'take back'),
    after: fc.oneof({ weight: 4, arbitrary: fc.nat(60) }, { weight: 1, arbitrary: fc.nat(900) }),
    which: fc.nat(3),
    number: fc.nat(9),
    level: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 5, maxLength: 60, size: 'max' },
);

class Votes {
  readonly hall = new Hall({ rules: { ...ordinaryOffice.rules, ratingIntervalSeconds: 5 } }).given(
    '08:00',
    opened(1, anna),
  );
  #at = START;
  #visits = 0;

  get state(): State {
    return this.hall.state;
  }

  take(step: Step): void {
    this.#at += step.after * 1000;
    const clock = new Date(this.#at + 7 * 3_600_000).toISOString().slice(11, 19);
    if (step.type === 'visit') {
      const number = `A${String(++this.#visits).padStart(3, '0')}`;
      this.hall.given(clock, issued(number), ...serving(number, 1), finished(number, 1));
      return;
    }
    const body = this.#commandOf(step);
    const actor = step.which === 3 ? phone : pad;
    const { decision } = this.hall.when(clock, body, actor);
    this.#expectRightPlace(body, decision.ok ? decision.facts : []);
    if (decision.ok) this.hall.execute(clock, body, actor);
  }

  #commandOf({ type, which, number, level }: Step): CommandBody {
    const known = [...this.state.ratings.votes.keys()];
    const voteId = (type === 'vote' ? undefined : known.at(-1 - which)) ?? `vote-${this.state.lastSeq}`;
    if (type === 'take back') return { type: 'TakeBackVote', voteId };
    const own = this.#visits - number;
    const visit = own > 0 && number < 5 ? { ticketId: ticket(`A${String(own).padStart(3, '0')}`) } : null;
    return { type: 'RateVisit', voteId, visit, level, reason: null };
  }

  /** A vote without a ticket, new or given again after it was taken back, is in the figure exactly if a visit of the last 15 minutes has no vote. */
  #expectRightPlace(body: CommandBody, facts: readonly object[]): void {
    const [fact] = facts as readonly Partial<EventOf<'VisitRated' | 'VoteChanged'>>[];
    if (body.type !== 'RateVisit' || !fact) return;
    if (this.state.ratings.votes.get(body.voteId)?.takenBack === false) return;
    const free = [...this.state.tickets.values()].some(
      (each) =>
        each.status === 'done' &&
        each.finishedAt > this.#at - 15 * 60_000 &&
        !this.state.ratings.answered.has(each.ticketId),
    );
    expect(fact.counted).toBe(body.visit !== null || free ? 'figure' : 'apart');
  }
}

/** Compares the state with what the events alone say: the last content of each vote that was not taken back. */
function expectEachVoteOnce({ state, hall: { events } }: Votes): void {
  const standing = new Map<string, EventOf<'VisitRated' | 'VoteChanged'>>();
  for (const event of events) {
    if (event.type === 'VisitRated' || event.type === 'VoteChanged') standing.set(event.voteId, event);
    else if (event.type === 'VoteTakenBack') standing.delete(event.voteId);
  }
  const votes = [...standing.values()];
  const perLevel = (counted: string) =>
    [1, 2, 3, 4, 5].map((level) => votes.filter((vote) => vote.level === level && vote.counted === counted).length);
  expect(state.ratings).toMatchObject({ levels: perLevel('figure'), apart: perLevel('apart'), anonymous: 0 });
  expect(boardView(state, START, HEALTH).satisfaction.levels).toEqual(perLevel('figure'));
  const rated = votes.flatMap(({ ticketId }) => ticketId ?? []);
  expect(new Set(rated).size).toBe(rated.length);
  const marked = [...state.tickets.values()].filter((each) => each.status === 'done' && each.rated);
  expect(marked.map(({ ticketId }) => ticketId).sort()).toEqual(rated.sort());
  // No visit stands for two votes; a vote that is kept apart or taken back stands for none.
  const uses = [...state.ratings.votes.values()].filter(({ uses: visit }) => visit !== null);
  expect(new Map(uses.map(({ uses: visit, voteId }) => [visit, voteId]))).toEqual(state.ratings.answered);
  expect(uses.every(({ counted, takenBack }) => counted === 'figure' && !takenBack)).toBe(true);
  for (const { ticketId, uses: visit, takenBack } of state.ratings.votes.values())
    if (ticketId !== null && !takenBack) expect(visit).toBe(ticketId);
}

it('each vote counts in one place, each ticket once, and no vote that is kept apart is in the figure', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(steps, (day) => {
      const votes = new Votes();
      for (const step of day) {
        votes.take(step);
        expectEachVoteOnce(votes);
      }
      for (const event of votes.hall.events)
        if ('voteId' in event) seen.add(`${event.type} ${'counted' in event ? event.counted : ''}`);
      expect(plain(replayed(JSON.parse(JSON.stringify(votes.hall.events))))).toEqual(plain(votes.state));
    }),
    { numRuns: 300 },
  );
  expect([...seen].sort()).toEqual([
    ...['VisitRated apart', 'VisitRated figure', 'VoteChanged apart', 'VoteChanged figure', 'VoteTakenBack '],
  ]);
});
