import { type Rejection, refuse } from '../../../shared/protocol/rejections.ts';
import { MINUTE } from '../../../shared/time.ts';
import { unansweredVisit } from '../changes/ratings.ts';
import type { CommandOf, TicketId } from '../commands.ts';
import { type Decision, facts, type Rules, senderOf } from '../decision.ts';
import type { VoteCounted } from '../events.ts';
import type { State } from '../state.ts';
import type { GivenVote } from '../votes.ts';

/** How long a vote can be changed: longer than any page about it stands, and too short to correct figures of a past hour. */
const CHANGEABLE = 10 * MINUTE;

/** One vote per finished visit, and a pause between two votes of one pad, because children press the buttons at random. */
function rateVisit(state: State, command: CommandOf<'RateVisit'>): Decision {
  const { voteId, visit, level, reason, at } = command;
  const { ratingLevels: levels, ratingIntervalSeconds } = state.office.rules;
  if (!Number.isInteger(level) || level < 1 || level > levels) return refuse({ code: 'UnknownLevel', levels });
  const before = state.ratings.votes.get(voteId);
  const fixed = before && whyFixed(before, command);
  if (fixed) return refuse(fixed);

  const ticketId = visit === null ? null : 'ticketId' in visit ? visit.ticketId : state.byNumber.get(visit.number);
  if (ticketId !== null) {
    const ticket = ticketId === undefined ? undefined : state.tickets.get(ticketId);
    if (!ticket) return refuse({ code: 'UnknownTicket' });
    const { number, status } = ticket;
    if (status !== 'done') return refuse({ code: 'WrongState', number, ticketStatus: status });
    if (ticket.rated && (before?.takenBack || before?.ticketId !== ticketId))
      return refuse({ code: 'AlreadyRated', number });
  }
  const vote = { voteId, ticketId: ticketId ?? null, level, reason };
  if (before) return facts({ type: 'VoteChanged', ...vote, counted: counted(state, at, vote.ticketId, before) });

  const last = state.ratings.lastBy.get(senderOf(command));
  const pause = last === undefined ? 0 : last + ratingIntervalSeconds * 1000 - at;
  if (pause > 0) return refuse({ code: 'RatedTooSoon', retryInSeconds: Math.ceil(pause / 1000) });
  return facts({ type: 'VisitRated', ...vote, counted: counted(state, at, vote.ticketId, null) });
}

/** A change of a vote without a ticket, such as its reason, leaves the vote where it counts. */
function counted(state: State, at: number, ticketId: TicketId | null, before: GivenVote | null): VoteCounted {
  if (ticketId !== null) return 'figure';
  if (before?.ticketId === null && !before.takenBack) return before.counted;
  return unansweredVisit(state, at, before?.voteId) === null ? 'apart' : 'figure';
}

function takeBackVote({ ratings }: State, command: CommandOf<'TakeBackVote'>): Decision {
  const vote = ratings.votes.get(command.voteId);
  if (!vote) return refuse({ code: 'UnknownVote' });
  const fixed = whyFixed(vote, command);
  if (fixed) return refuse(fixed);
  return vote.takenBack ? facts() : facts({ type: 'VoteTakenBack', voteId: command.voteId });
}

/** Why the sender cannot change this vote; null if it can be changed. */
function whyFixed({ by, at }: GivenVote, command: CommandOf<'RateVisit' | 'TakeBackVote'>): Rejection | null {
  if (by !== senderOf(command)) return { code: 'UnknownVote' };
  return command.at - at > CHANGEABLE ? { code: 'VoteSettled' } : null;
}

export const ratingRules = {
  RateVisit: { decide: rateVisit, firstFact: ['VisitRated', 'VoteChanged'] },
  TakeBackVote: { decide: takeBackVote, firstFact: ['VoteTakenBack'] },
} satisfies Partial<Rules>;
