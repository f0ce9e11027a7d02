import { openingAt } from '../../../shared/calendar/hours.ts';
import type { HallScreen, Notice, Office, ServiceId } from '../../../shared/office/office.ts';
import { figuresOf, votesOf } from '../../../shared/office/satisfaction.ts';
import { noticeAddress } from '../../../shared/protocol/pages.ts';
import type { Health } from '../../../shared/protocol/views/common.ts';
import type { BoardCall, DisplayView, MissedCall } from '../../../shared/protocol/views/hall.ts';
import { type BoardNotice, isDue } from '../../../shared/protocol/views/notices.ts';
import { type DurationMs, type EpochMs, localTime } from '../../../shared/time.ts';
import { monthSoFar } from '../changes/ratings.ts';
import { type HallAnnouncement, returnsUntil, type State } from '../state.ts';
import { workAt } from './counter.ts';
import { officeHead, serviceLoads } from './office.ts';
import { shownSatisfaction } from './satisfaction.ts';
import { waitsOf } from './waits.ts';

/** As many as a TV shows on its pages. */
const MISSED_SHOWN = 15;
/** A TV that gets an announcement later than this does not play it: the visitor has gone. */
const ANNOUNCED_FOR: DurationMs = 30_000;

/** The content of all public screens of the office; `boardOf` and `signOf` select what one TV and one counter's sign show. */
export interface HallBoard extends Omit<DisplayView, 'layout' | 'calls' | 'missed' | 'announcements'> {
  screens: Office['screens'];
  calls: (BoardCall & { serviceId: ServiceId })[];
  missed: (MissedCall & { serviceId: ServiceId })[];
  announcements: HallAnnouncement[];
}

export function hallBoard(state: State, at: EpochMs, health: Health): HallBoard {
  const { office } = state;
  const now = localTime(at, office.timeZone);
  const calls = currentCalls(state);
  return {
    office: officeHead(office),
    screens: office.screens,
    opening: openingAt(office, at),
    health,
    calls,
    missed: missedCalls(state, at),
    announcements: state.announcements.filter((call) => at - call.at <= ANNOUNCED_FOR),
    services: serviceLoads(state),
    waits: waitsOf(state, at),
    counters: office.counters.map(({ id, number, services }) => {
      const current = calls.find(({ counterNumber }) => counterNumber === number)?.number ?? null;
      return { number, services, ...workAt(state.counters.get(id)), current };
    }),
    satisfaction: satisfaction(state, at),
    notices: office.notices.filter((notice) => isDue(notice, now)).map(boardNotice),
    speakNotices: office.speakNotices,
    voice: { languages: office.voice.languages, repeat: office.voice.repeat },
  };
}

/** What one TV shows and speaks: the numbers and counters of its services, and no personal data. */
export function boardOf({ screens: _, ...hall }: HallBoard, screen: HallScreen): DisplayView {
  const { services, orientation, calls, theme, darkHours } = screen;
  const own = (serviceId: ServiceId): boolean => services === 'all' || services.includes(serviceId);
  return {
    ...hall,
    layout: { orientation, calls, theme, darkHours },
    calls: hall.calls.filter(({ serviceId }) => own(serviceId)).map(withoutService),
    missed: hall.missed
      .filter(({ serviceId }) => own(serviceId))
      .slice(0, MISSED_SHOWN)
      .map(withoutService),
    announcements: hall.announcements.filter(({ serviceId }) => own(serviceId)).map(withoutService),
    services: hall.services.filter(({ id }) => own(id)),
    waits: waitsFor(hall, own),
    counters: hall.counters
      .filter((counter) => counter.services.some(own))
      .map((counter) => {
        const call = hall.calls.find(({ counterNumber }) => counterNumber === counter.number);
        const isOfOther = call !== undefined && !own(call.serviceId);
        return {
          ...counter,
          services: counter.services.filter(own),
          ...(isOfOther && { state: 'busy', current: null }),
        };
      }),
  };
}

/** What the sign above one counter shows: the ticket that is there and the services of the counter. */
export function signOf({ screens, ...hall }: HallBoard, counter: string): DisplayView {
  const counters = hall.counters.filter(({ number }) => String(number) === counter);
  const serves = (id: ServiceId): boolean => counters.some(({ services }) => services.includes(id));
  return {
    ...hall,
    layout: { orientation: 'auto', calls: screens[0].calls, theme: 'light', darkHours: null },
    calls: hall.calls.filter(({ counterNumber }) => String(counterNumber) === counter).map(withoutService),
    missed: [],
    announcements: [],
    services: hall.services.filter(({ id }) => serves(id)),
    waits: waitsFor(hall, serves),
    counters,
    notices: [],
  };
}

export function boardView(
  state: State,
  at: EpochMs,
  health: Health,
  screen: HallScreen = state.office.screens[0],
): DisplayView {
  return boardOf(hallBoard(state, at, health), screen);
}

/** `waits` has the order of `services`. */
function waitsFor(
  { services, waits }: Pick<HallBoard, 'services' | 'waits'>,
  isShown: (id: ServiceId) => boolean,
): DisplayView['waits'] {
  return waits.filter((_, index) => isShown(services[index]?.id ?? ''));
}

function withoutService<Call extends { serviceId: ServiceId }>({
  serviceId: _,
  ...call
}: Call): Omit<Call, 'serviceId'> {
  return call;
}

function missedCalls(state: State, at: EpochMs): HallBoard['missed'] {
  const { counters } = state.office;
  const numbers = new Map(counters.map(({ id, number }) => [id, number]));
  const missed: HallBoard['missed'] = [];
  for (const ticketId of state.absent) {
    const ticket = state.tickets.get(ticketId);
    if (ticket?.status !== 'missed') continue;
    const until = returnsUntil(state, ticket);
    // Where set-up has removed the counter since, the visitor may come to any other one of the service.
    const other = counters.find(({ services }) => services.includes(ticket.serviceId));
    const counterNumber = numbers.get(ticket.counterId) ?? other?.number;
    if (counterNumber === undefined || until <= at) continue;
    missed.push({ number: ticket.number, serviceId: ticket.serviceId, counterNumber, until });
  }
  return missed;
}

function currentCalls(state: State): HallBoard['calls'] {
  const calls: HallBoard['calls'] = [];
  for (const { id, number: counterNumber } of state.office.counters) {
    const current = state.counters.get(id)?.current;
    const ticket = current == null ? undefined : state.tickets.get(current);
    if (ticket?.status !== 'called' && ticket?.status !== 'serving') continue;
    const { number, serviceId, calledAt, status } = ticket;
    calls.push({ number, counterNumber, calledAt, status, serviceId });
  }
  return calls.sort((a, b) => b.calledAt - a.calledAt);
}

function boardNotice(notice: Notice): BoardNotice {
  const { id, text, seconds } = notice;
  return 'file' in notice
    ? { id, kind: notice.kind, text, seconds, src: noticeAddress(notice.file) }
    : { id, kind: notice.kind, text, seconds };
}

/** What visitors see of today's votes, on TVs and after a vote at the rating pad. */
export function satisfaction(state: State, at: EpochMs): DisplayView['satisfaction'] {
  const { ratings, finished, office } = state;
  const levels = ratings.levels.slice(0, office.rules.ratingLevels);
  return {
    shown: shownSatisfaction(state, at),
    ...figuresOf(votesOf(levels, finished.length)),
    levels,
    anonymous: ratings.anonymous,
    month: figuresOf(monthSoFar(state)),
  };
}
