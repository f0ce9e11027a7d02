import { readableAccent } from '../../../shared/office/colour.ts';
import type { Office } from '../../../shared/office/office.ts';
import { LOGO } from '../../../shared/protocol/pages.ts';
import type { OfficeHead, ServiceLoad } from '../../../shared/protocol/views/common.ts';
import { reservedFor, type State } from '../state.ts';

export function officeHead({ name, motto, hotline, timeZone, look }: Office): OfficeHead {
  const logo = look.logo === null ? null : LOGO;
  return { name, motto, hotline, timeZone, look: { accent: readableAccent(look.accent), logo } };
}

/** The TV or kiosk with this id, the first one for a page that names none; null when the office has no such one. */
export function namedOrFirst<Item extends { id: string }>(
  items: readonly [Item, ...Item[]],
  id: string | undefined,
): Item | null {
  return id === undefined ? items[0] : (items.find((item) => item.id === id) ?? null);
}

export function serviceLoads(state: State): ServiceLoad[] {
  return state.office.services.map(({ id, letter, name }) => ({
    id,
    letter,
    name,
    waiting: waitingFor(state, id),
    openCounters: openCounters(state, id),
  }));
}

/** The numbers of the counters that serve it, open or not, in ascending order. */
export function countersOf({ counters }: Pick<Office, 'counters'>, serviceId: string): number[] {
  const serving = counters.filter(({ services }) => services.includes(serviceId));
  return serving.map(({ number }) => number).sort((a, b) => a - b);
}

export function openCounters(state: State, serviceId: string): number {
  return state.office.counters.filter(({ id, services }) => services.includes(serviceId) && isCalling(state, id))
    .length;
}

/** All visitors who wait for this service, those reserved for one clerk and the postponed ones included. */
export function waitingFor(state: State, serviceId: string): number {
  let waiting = reservedFor(state, serviceId);
  for (const line of state.queues.get(serviceId)?.lines.values() ?? []) waiting += line.length;
  waiting += state.postponed.first(state.postponed.length).filter((place) => place.serviceId === serviceId).length;
  return waiting;
}

/** Open and not paused. */
function isCalling(state: State, counterId: string): boolean {
  return state.counters.get(counterId)?.paused === null;
}
