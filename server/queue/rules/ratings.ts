import { refuse } from '../../../shared/protocol/rejections.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, facts, type Rules, senderOf } from '../decision.ts';
import type { State } from '../state.ts';

/** One vote per finished visit, and a pause between two votes of one pad, because children press the buttons at random. */
function rateVisit(state: State, command: CommandOf<'RateVisit'>): Decision {
  const { visit, level, reason, at } = command;
  const { ratingLevels: levels, ratingIntervalSeconds } = state.office.rules;
  if (!Number.isInteger(level) || level < 1 || level > levels) return refuse({ code: 'UnknownLevel', levels });

  const ticketId = visit === null ? null : 'ticketId' in visit ? visit.ticketId : state.byNumber.get(visit.number);
  if (ticketId !== null) {
    const ticket = ticketId === undefined ? undefined : state.tickets.get(ticketId);
    if (!ticket) return refuse({ code: 'UnknownTicket' });
    const { number, status } = ticket;
    if (status !== 'done') return refuse({ code: 'WrongState', number, ticketStatus: status });
    if (ticket.rated) return refuse({ code: 'AlreadyRated', number });
  }
  const last = state.ratings.lastBy.get(senderOf(command));
  const pause = last === undefined ? 0 : last + ratingIntervalSeconds * 1000 - at;
  if (pause > 0) return refuse({ code: 'RatedTooSoon', retryInSeconds: Math.ceil(pause / 1000) });
  return facts({ type: 'VisitRated', ticketId: ticketId ?? null, level, reason });
}

export const ratingRules = {
  RateVisit: { decide: rateVisit, firstFact: ['VisitRated'] },
} satisfies Partial<Rules>;
