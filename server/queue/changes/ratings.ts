import { hasSessionEnded } from '../../../shared/calendar/hours.ts';
import type { OfficeRules } from '../../../shared/office/office.ts';
import {
  AT_ONCE_FROM,
  addVotes,
  movesFigures,
  NO_VOTES,
  sumOf,
  type Votes,
  votesOf,
} from '../../../shared/office/satisfaction.ts';
import { type BusinessDay, type EpochMs, MINUTE } from '../../../shared/time.ts';
import type { TicketId, VoteId } from '../commands.ts';
import type { EventOf } from '../events.ts';
import type { Changes, State } from '../state.ts';
import type { GivenVote, Ratings } from '../votes.ts';
import { ticketOf } from './tickets.ts';

/** A vote without a ticket counts for a visit that was finished no longer ago than this. */
const ON_THE_WAY_OUT = 15 * MINUTE;

export const ratingChanges = {
  VisitRated(state, event) {
    give(state, event);
    state.ratings.lastBy.set(event.by, event.at);
  },
  VoteChanged: give,
  VoteTakenBack({ ratings, tickets }, { voteId }) {
    takeBack({ ratings, tickets }, voteId);
  },
} satisfies Partial<Changes>;

function give(state: State, event: EventOf<'VisitRated' | 'VoteChanged'>): void {
  const { ratings, tickets } = state;
  const { voteId, ticketId, level, reason, counted, by, at } = event;
  const ticket = ticketId === null ? null : ticketOf(state, ticketId);
  const first = ratings.votes.get(voteId)?.at ?? at;
  const isNew = !ratings.votes.has(voteId);
  if (isNew) showEarlierVotes(state, at);
  takeBack(state, voteId);
  const vote: GivenVote = { voteId, ticketId, level, reason, counted, by, at: first, takenBack: false, uses: null };
  ratings.votes.set(voteId, vote);
  count(ratings, vote, 1);
  showVotes(ratings, isNew && counted === 'figure' ? at : null);
  if (ticket?.status === 'done') {
    const other = ratings.votes.get(ratings.answered.get(ticket.ticketId) ?? '');
    use(ratings, vote, ticket.ticketId);
    tickets.set(ticket.ticketId, { ...ticket, rated: true });
    // A vote without a ticket had used up this visit: it now uses up another one.
    if (other) use(ratings, other, other.ticketId ?? unansweredVisit(state, other.at));
  } else if (counted === 'figure') use(ratings, vote, unansweredVisit(state, at));
}

/** Before a vote is counted at `at`: the votes of a session that has ended since the last one are shown, whatever their number. */
function showEarlierVotes({ ratings, office }: State, at: EpochMs): void {
  if (ratings.countedAt !== null && hasSessionEnded(office, ratings.countedAt, at)) ratings.shown = [...ratings.levels];
}

/** After a vote was counted at `newAt`, which is null for a change of one that was counted before: alone it never moves a figure of few. */
function showVotes(ratings: Ratings, newAt: EpochMs | null): void {
  const votes = sumOf(ratings.levels);
  if (newAt !== null) ratings.countedAt = newAt;
  if (votes >= AT_ONCE_FROM || (newAt !== null && movesFigures(votes))) ratings.shown = [...ratings.levels];
}

/** Removes a vote from every figure; it stays known, because it may be given again. */
function takeBack({ ratings, tickets }: Pick<State, 'ratings' | 'tickets'>, voteId: VoteId): void {
  const vote = ratings.votes.get(voteId);
  if (!vote || vote.takenBack) return;
  count(ratings, vote, -1);
  if (vote.uses !== null) ratings.answered.delete(vote.uses);
  const ticket = tickets.get(vote.ticketId ?? '');
  if (ticket?.status === 'done') tickets.set(ticket.ticketId, { ...ticket, rated: false });
  ratings.votes.set(voteId, { ...vote, takenBack: true, uses: null });
}

function use(ratings: Ratings, vote: GivenVote, visit: TicketId | null): void {
  if (visit !== null) ratings.answered.set(visit, vote.voteId);
  ratings.votes.set(vote.voteId, { ...vote, uses: visit });
}

function count(ratings: Ratings, { counted, level }: Pick<GivenVote, 'counted' | 'level'>, by: 1 | -1): void {
  if (counted === 'none') ratings.anonymous += by;
  else {
    const levels = counted === 'figure' ? ratings.levels : ratings.apart;
    levels[level - 1] = (levels[level - 1] ?? 0) + by;
  }
}

/**
 * The visit that a vote without a ticket at this time can count for: of those that were finished shortly before and for which no vote
 * counts yet, or `own` only, the earliest, so that most votes find one; null when there is none.
 */
export function unansweredVisit(
  { finished, tickets, ratings }: State,
  at: EpochMs,
  own: VoteId | null = null,
): TicketId | null {
  let earliest: TicketId | null = null;
  for (let index = finished.length - 1; index >= 0; index -= 1) {
    const ticket = tickets.get(finished[index] ?? '');
    if (ticket?.status !== 'done' || ticket.finishedAt <= at - ON_THE_WAY_OUT) break;
    const by = ratings.answered.get(ticket.ticketId) ?? null;
    if (ticket.finishedAt <= at && (by === null || by === own)) earliest = ticket.ticketId;
  }
  return earliest;
}

type Scale = OfficeRules['ratingLevels'];

/** Converts the votes of the day after the office has changed the number of levels. */
export function rescale(ratings: Ratings, from: Scale, to: Scale): void {
  if (from === to) return;
  ratings.levels = rescaled(ratings.levels, from, to);
  ratings.apart = rescaled(ratings.apart, from, to);
  ratings.shown = rescaled(ratings.shown, from, to);
  for (const [voteId, vote] of ratings.votes) {
    const level = 1 + rescaled(oneAt(vote.level), from, to).indexOf(1);
    ratings.votes.set(voteId, { ...vote, level });
  }
}

function oneAt(level: number): number[] {
  return [1, 2, 3, 4, 5].map((each) => Number(each === level));
}

/**
 * Votes per level, worst first, converted after the office has changed the number of levels: the top two levels, which mean
 * satisfied, stay the top two, and all others become the worst level.
 */
function rescaled(levels: readonly number[], from: Scale, to: Scale): number[] {
  const [second = 0, top = 0] = levels.slice(from - 2, from);
  const others = levels.slice(0, from - 2).reduce((sum, votes) => sum + votes, 0);
  return to === 3 ? [others, second, top, 0, 0] : [others, 0, 0, second, top];
}

/** The votes of this month's days before the new day `day`; none on the first day of a month. */
export function monthBefore(day: BusinessDay, before: State | null): Votes {
  return before && monthOf(before.day) === monthOf(day) ? monthSoFar(before) : NO_VOTES;
}

/** The votes of the month, today included. */
export function monthSoFar({ month, ratings, finished, office }: State): Votes {
  return addVotes(month, votesOf(ratings.levels.slice(0, office.rules.ratingLevels), finished.length));
}

function monthOf(day: BusinessDay): string {
  return day.slice(0, 7);
}
