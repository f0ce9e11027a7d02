import {
  FIRST_APPOINTMENT_RULES,
  FIRST_LOOK,
  FIRST_RULES,
  FIRST_SCREENS,
  FIRST_VOICE,
} from '../../shared/office/office.ts';
import { NO_VOTES } from '../../shared/office/satisfaction.ts';
import { withKinds } from '../../shared/protocol/views/notices.ts';
import { FIRST_MARGINS } from './learning/interval-width.ts';
import { learned, type Pace } from './learning/pace.ts';

/** The shape of events in files that this program writes. A change that old files do not have needs an upgrade here. */
export const DATA_VERSION = 3;

/** Turns an event of one data version into the next; files are never rewritten, their events are upgraded when read. */
export type Upgrade = (event: unknown) => unknown;

/** Keyed by the version they start from. */
export type Upgrades = Readonly<Record<number, Upgrade>>;

export const UPGRADES: Upgrades = {
  1: withVoiceAndTurns,
  2: (event) => withPauses(withPaces(withScreens(withAppointments(event)))),
};

/** Until then calls were not spoken and each ticket was one dossier. */
function withVoiceAndTurns(event: unknown): unknown {
  if (typeof event !== 'object' || event === null || !('type' in event)) return event;
  if (event.type === 'TicketIssued') return { dossiers: 1, ...event };
  if (!('office' in event)) return event;
  const office = Object(event.office);
  return {
    ...event,
    office: { voice: FIRST_VOICE, publicAddress: null, ...office, rules: { ...FIRST_RULES, ...office.rules } },
  };
}

/** Until then nobody could book, so everybody's clock began with their ticket. */
function withAppointments(event: unknown): unknown {
  if (typeof event !== 'object' || event === null || !('type' in event)) return event;
  if (event.type === 'TicketIssued' && 'at' in event) return { arrivedAt: event.at, appointment: null, ...event };
  if (!('office' in event)) return event;
  const { rules, services = [], ...office } = Object(event.office);
  return {
    ...(event.type === 'DayOpened' ? { appointments: [] } : {}),
    ...event,
    office: {
      ...office,
      rules: { ...FIRST_APPOINTMENT_RULES, ...rules },
      services: services.map((service: object) => ({ appointments: null, ...service })),
    },
  };
}

/** Until then there was one TV, notices were texts, and a day knew nothing of its month. */
function withScreens(event: unknown): unknown {
  if (typeof event !== 'object' || event === null || !('office' in event)) return event;
  const office = Object(event.office);
  const month = 'type' in event && event.type === 'DayOpened' ? { month: NO_VOTES } : {};
  return {
    ...month,
    ...event,
    office: {
      screens: FIRST_SCREENS,
      look: FIRST_LOOK,
      speakNotices: false,
      ...office,
      notices: withKinds(office.notices),
    },
  };
}

/** Until then a day handed on its last service times as they were, and ranges had the same margins everywhere. */
function withPaces(event: unknown): unknown {
  if (typeof event !== 'object' || event === null || !('serviceTimes' in event)) return event;
  const { serviceTimes, ...opened } = event;
  const paces = Object.entries(Object(serviceTimes) as Record<string, number[]>).flatMap(([id, times]) => {
    const pace = times.reduce<Pace | null>(learned, null);
    return pace ? [[id, pace]] : [];
  });
  return { paces: Object.fromEntries(paces), margins: FIRST_MARGINS, ...opened };
}

/** Until then nobody said how long a pause would be. */
function withPauses(event: unknown): unknown {
  const paused = typeof event === 'object' && event !== null && 'type' in event && event.type === 'CounterPaused';
  return paused ? { until: null, ...event } : event;
}

export function upgraded(event: unknown, version: number, upgrades: Upgrades): unknown {
  let current = event;
  for (let from = version; from < DATA_VERSION; from++) current = upgrades[from]?.(current) ?? current;
  return current;
}

/** The file is whole, but to read it with this program's rules could give a number twice. The message says what to do. */
export class DataRefused extends Error {
  override readonly name = 'DataRefused';
}
