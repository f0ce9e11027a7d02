/**
 * Turns events of older data versions into the current form. The values that an upgrade adds are constants written out here: they say
 * what the office did at that time and must not follow later changes of rules or defaults.
 */

/** Turns an event, or an office's description, of one data version into the next. */
type Upgrade = (data: unknown) => unknown;

/**
 * The upgrades of events. Some events contain the office's description, so `office` are the upgrades of that: the journal and
 * office.json share one data version.
 */
export function eventUpgrades(office: readonly Upgrade[]): readonly Upgrade[] {
  return office.map((upgradeOffice, index) => {
    const upgradeEvent = EVENTS[index] ?? ((event) => event);
    return (event) => {
      if (!isRecord(event)) return event;
      const upgraded = 'office' in event ? { ...event, office: upgradeOffice(event.office) } : event;
      return upgradeEvent(upgraded);
    };
  });
}

type EventRecord = Readonly<Record<string, unknown>>;

const EVENTS: readonly ((event: EventRecord) => unknown)[] = [
  // Before version 2 each ticket was one dossier.
  (event) => (event.type === 'TicketIssued' ? { dossiers: 1, ...event } : event),
  (event) => {
    switch (event.type) {
      case 'TicketIssued':
        // Before version 3 there were no appointments, so every wait began when the ticket was issued.
        return { arrivedAt: event.at, appointment: null, ...event };
      case 'DayOpened':
        return withPaces({ appointments: [], month: { ratings: 0, satisfied: 0, visits: 0 }, ...event });
      case 'CounterPaused':
        return { until: null, ...event };
      default:
        return event;
    }
  },
  // Version 4 changed the office's description only.
  (event) => event,
  (event) => {
    switch (event.type) {
      case 'DayOpened':
        // Before version 5 a day did not hand on which counters had been open.
        return { staffed: [], ...event };
      case 'TurnEnded':
        // Before version 5 a visitor with dossiers left waited like one who came when the turn ended.
        return { arrivedAt: event.at, ...event };
      default:
        return event;
    }
  },
  // Version 6 changed the office's description only.
  (event) => event,
  (event) => {
    if (event.type !== 'VisitRated') return event;
    // Before version 7 a vote could not be changed, and a vote without a ticket was in no figure.
    return { voteId: event.requestId, counted: event.ticketId === null ? 'none' : 'figure', ...event };
  },
];

/** Before version 3 a day handed on a list of its last service times, and the interval width was the same in every office. */
function withPaces(event: EventRecord): unknown {
  if (!('serviceTimes' in event)) return event;
  const { serviceTimes, ...opened } = event;
  const paces = Object.entries(Object(serviceTimes) as Record<string, number[]>).flatMap(([id, times]) =>
    times.length === 0 ? [] : [[id, paceOf(times)]],
  );
  return { paces: Object.fromEntries(paces), margins: { below: 1.2, above: 1.6 }, ...opened };
}

/** Mean and variance by B. Welford's recursion; the list has at most twenty times. */
function paceOf(times: readonly number[]): { mean: number; variance: number; seen: number } {
  let [mean, variance, seen] = [0, 0, 0];
  for (const time of times) {
    const took = Math.max(1, time);
    seen += 1;
    const difference = took - mean;
    mean += difference / seen;
    variance = (1 - 1 / seen) * (variance + difference ** 2 / seen);
  }
  return { mean, variance, seen };
}

function isRecord(value: unknown): value is EventRecord {
  return typeof value === 'object' && value !== null;
}
