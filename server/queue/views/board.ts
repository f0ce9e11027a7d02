import type { EpochMs } from '../../../shared/time.ts';
import type { BoardCall, DisplayView, Health, Satisfaction } from '../../../shared/views.ts';
import type { OpenDay } from '../decision.ts';
import { openingAt } from '../hours.ts';
import { officeHead, serviceLoads } from './office.ts';

/** What the lobby TV shows: numbers and counters, nothing about anybody. */
export function boardView(state: OpenDay, at: EpochMs, health: Health): DisplayView {
  const { office } = state;
  const calls = currentCalls(state);
  return {
    office: officeHead(office),
    opening: openingAt(office, at),
    health,
    calls,
    announcements: [...state.announcements],
    services: serviceLoads(state),
    counters: office.counters.map(({ id, number, services }) => {
      const open = state.counters.get(id);
      const current = calls.find(({ counterNumber }) => counterNumber === number)?.number ?? null;
      return { number, services, state: !open ? 'closed' : open.paused === null ? 'open' : 'paused', current };
    }),
    satisfaction: satisfaction(state),
    notices: office.notices,
    voice: { languages: office.voice.languages, repeat: office.voice.repeat },
  };
}

function currentCalls(state: OpenDay): BoardCall[] {
  const calls: BoardCall[] = [];
  for (const { id, number: counterNumber } of state.office.counters) {
    const current = state.counters.get(id)?.current;
    const ticket = current == null ? undefined : state.tickets.get(current);
    if (ticket?.status !== 'called' && ticket?.status !== 'serving') continue;
    calls.push({ number: ticket.number, counterNumber, calledAt: ticket.calledAt, status: ticket.status });
  }
  return calls.sort((a, b) => b.calledAt - a.calledAt);
}

/** Satisfied are the top two levels, of five and of three alike. */
function satisfaction({ ratings, finished, office }: OpenDay): Satisfaction {
  const levels = ratings.levels.slice(0, office.rules.ratingLevels);
  const sum = (votes: number[]) => votes.reduce((total, count) => total + count, 0);
  const all = sum(levels);
  return {
    ratings: all,
    satisfied: all === 0 ? null : sum(levels.slice(-2)) / all,
    levels,
    anonymous: ratings.anonymous,
    visits: finished.length,
  };
}
