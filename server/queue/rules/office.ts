import { isClosingDue, sessionsOn } from '../../../shared/calendar/hours.ts';
import { isServed, type Office, type ServiceId } from '../../../shared/office/office.ts';
import { refuse } from '../../../shared/protocol/rejections.ts';
import type { SetupEffect } from '../../../shared/protocol/views/setup.ts';
import { type EpochMs, instantOf } from '../../../shared/time.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, facts, type Rules } from '../decision.ts';
import type { Fact } from '../events.ts';
import { isForSession } from '../pick.ts';
import type { OpenCounter, State } from '../state.ts';
import { effectsOf, losesService, moved } from './touched.ts';
import { endOfTurn } from './turns.ts';

/**
 * A counter that set-up no longer has is closed, because no command could reach it any more. A closed day is reopened when the new
 * opening hours are not over: otherwise kiosks would offer tickets and every request would be refused.
 */
function changeOffice(state: State, { office, at, visitors }: CommandOf<'ChangeOffice'>): Decision {
  const effects = visitors === undefined ? [] : effectsOf(state, office, at);
  // Nobody can be moved out of shorter hours.
  const isLeft = (effect: SetupEffect) => !effect.choices.includes('move') && effect.visitors > 0;
  if (effects.length > 0 && (visitors === 'stay' || effects.some(isLeft)))
    return refuse({ code: 'ChangeTouchesVisitors', effects });
  const moveTo = typeof visitors === 'object' ? visitors.moveTo : null;
  const mustMove = effects.some(({ kind }) => losesService(kind));
  if (mustMove && (moveTo === null || !isServed(office, moveTo))) return refuse({ code: 'ServiceNotServed' });
  const kept = new Set(office.counters.map(({ id }) => id));
  const gone = [...state.counters.values()].filter(({ id }) => !kept.has(id));
  const later = movedSessions(state, office, at);
  const list: Fact[] = [
    { type: 'OfficeChanged', office },
    ...(typeof visitors === 'object' ? moved(state, office, moveTo, at) : []),
    ...gone.flatMap((counter) => vacate(state, counter)),
    ...later,
  ];
  if (state.closed && !isClosingDue(office, state.day, at)) list.push({ type: 'DayReopened' });
  return facts(...list);
}

/**
 * Tickets for a session that begins later than it did follow its beginning. They are never called before the time on their paper, because
 * their visitors come back for that time; when the office is not open then, they count as stranded.
 */
function movedSessions({ tickets, day }: State, office: Office, at: EpochMs): Fact[] {
  const beginnings = sessionsOn(office, day).map(({ from }) => instantOf(day, from, office.timeZone));
  return [...tickets.values()].flatMap((ticket): Fact[] => {
    if (!isForSession(ticket) || ticket.notBefore <= at) return [];
    const notBefore = beginnings.find((begins) => begins >= ticket.notBefore) ?? ticket.notBefore;
    if (notBefore === ticket.notBefore) return [];
    return [{ type: 'TicketPostponed', ticketId: ticket.ticketId, notBefore, arrivedAt: notBefore }];
  });
}

/** Closes a counter: a called ticket returns to its place in the line, and the turn of a visitor being served ends. */
function vacate(state: State, { id: counterId, current }: OpenCounter): Fact[] {
  const ticket = current === null ? undefined : state.tickets.get(current);
  const close: Fact = { type: 'CounterClosed', counterId };
  if (!ticket) return [close];
  const { ticketId } = ticket;
  if (ticket.status === 'serving') return [endOfTurn(state, ticket, counterId), close];
  return [
    { type: 'TicketMissed', ticketId, counterId },
    { type: 'TicketReturned', ticketId, reservedFor: null },
    close,
  ];
}

function stopIssuing(state: State, { serviceId }: CommandOf<'StopIssuing'>): Decision {
  if (!isKnown(state, serviceId)) return refuse({ code: 'UnknownService' });
  return state.stopped.has(serviceId) ? facts() : facts({ type: 'IssuingStopped', serviceId });
}

function resumeIssuing(state: State, { serviceId }: CommandOf<'ResumeIssuing'>): Decision {
  if (!isKnown(state, serviceId)) return refuse({ code: 'UnknownService' });
  return state.stopped.has(serviceId) ? facts({ type: 'IssuingResumed', serviceId }) : facts();
}

function isKnown({ office }: State, serviceId: ServiceId): boolean {
  return office.services.some(({ id }) => id === serviceId);
}

export const officeRules = {
  ChangeOffice: { decide: changeOffice, firstFact: ['OfficeChanged'] },
  StopIssuing: { decide: stopIssuing, firstFact: ['IssuingStopped'] },
  ResumeIssuing: { decide: resumeIssuing, firstFact: ['IssuingResumed'] },
} satisfies Partial<Rules>;
