import { openingAt } from '../../../shared/calendar/hours.ts';
import type { Health } from '../../../shared/protocol/views/common.ts';
import type { RatingView } from '../../../shared/protocol/views/rating.ts';
import type { EpochMs } from '../../../shared/time.ts';
import type { State } from '../state.ts';
import { satisfaction } from './board.ts';
import { officeHead } from './office.ts';

const VISITS_SHOWN = 12;

export function ratingView(state: State, at: EpochMs, health: Health): RatingView {
  const visits: RatingView['visits'] = [];
  for (let index = state.finished.length - 1; index >= 0 && visits.length < VISITS_SHOWN; index -= 1) {
    const ticket = state.tickets.get(state.finished[index] ?? '');
    if (ticket?.status === 'done' && !ticket.rated)
      visits.push({ number: ticket.number, finishedAt: ticket.finishedAt });
  }
  const { office } = state;
  const letters = office.services.map(({ letter }) => letter);
  return {
    office: officeHead(office),
    health,
    levels: office.rules.ratingLevels,
    order: office.rating.order,
    opening: openingAt(office, at),
    letters,
    visits,
    satisfaction: satisfaction(state, at),
  };
}
