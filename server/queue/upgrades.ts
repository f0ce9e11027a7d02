/**
 * Old events in today's form. What an upgrade adds is written out here and never changes: it is what the office did then, not what
 * today's rules would do.
 */

/** Turns an event, or an office's description, of one data version into the next. */
type Upgrade = (data: unknown) => unknown;

/**
 * `office` are the upgrades of the office's description, which days carry within them: the journal and office.json count the same
 * data version.
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
  // Until then each ticket was one dossier.
  (event) => (event.type === 'TicketIssued' ? { dossiers: 1, ...event } : event),
  (event) => {
    switch (event.type) {
      case 'TicketIssued':
        // Nobody could book, so every wait began with the ticket.
        return { arrivedAt: event.at, appointment: null, ...event };
      case 'DayOpened':
        return withPaces({ appointments: [], month: { ratings: 0, satisfied: 0, visits: 0 }, ...event });
      case 'CounterPaused':
        return { until: null, ...event };
      default:
        return event;
    }
  },
];

/** Until then a day handed on its last service times as they were, and ranges were as wide in every office. */
function withPaces(event: EventRecord): unknown {
  if (!('serviceTimes' in event)) return event;
  const { serviceTimes, ...opened } = event;
  const paces = Object.entries(Object(serviceTimes) as Record<string, number[]>).flatMap(([id, times]) =>
    times.length === 0 ? [] : [[id, paceOf(times)]],
  );
  return { paces: Object.fromEntries(paces), margins: { below: 1.2, above: 1.6 }, ...opened };
}

/** Mean and variance as B. Welford's recursion gives them; a day handed on at most twenty times. */
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
