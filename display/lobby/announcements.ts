/** Turns the list of announcements in each view into one voice: every call once, in order, none for nobody. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Announcement } from '../../shared/protocol/views/hall.ts';
import type { DurationMs, EpochMs } from '../../shared/time.ts';

/** Older ones that arrive (page opened, connection back) are history: the visitor went long ago. */
export const STALE_ON_ARRIVAL: DurationMs = 30_000;
/** Longer, because eight counters that call in the same moment need this time to be spoken one by one in two languages. */
export const STALE_IN_LINE: DurationMs = 120_000;
/** Longer than a call spoken twice in four languages; frees the line from a player that never ends. */
export const WATCHDOG: DurationMs = 90_000;

/** Announces one item for as long as it takes: chime, highlight and speech. */
export interface Player {
  play(item: Announcement, othersWait: () => boolean): Promise<void>;
}

export interface Announcer {
  /** The item being announced at this moment: the one to highlight. */
  current: ReadonlySignal<Announcement | null>;
  /** Takes the whole list of a view, oldest first. */
  offer(announcements: readonly Announcement[]): void;
}

/** `isAwaited` tells whether the counter still waits for the visitor of an item. */
export function createAnnouncer(
  player: Player,
  now: () => EpochMs,
  isAwaited: (item: Announcement) => boolean,
): Announcer {
  const current = signal<Announcement | null>(null);
  let line: Announcement[] = [];
  let day = '';
  let lastId = Number.NEGATIVE_INFINITY;

  function offer(announcements: readonly Announcement[]): void {
    const newest = announcements[announcements.length - 1];
    if (!newest) return;
    // Ids start again each day, and after an office was set up anew in the middle of a day.
    if (newest.day !== day || newest.id < lastId) {
      day = newest.day;
      lastId = Number.NEGATIVE_INFINITY;
      line = [];
    }
    for (const item of announcements) {
      if (item.day !== day || item.id <= lastId) continue;
      lastId = item.id;
      if (now() - item.at <= STALE_ON_ARRIVAL) line.push(item);
    }
    if (!current.peek()) void playLine();
  }

  async function playLine(): Promise<void> {
    for (let item = next(); item; item = next()) {
      current.value = item;
      await played(item);
    }
    current.value = null;
  }

  function next(): Announcement | undefined {
    // A TV that slept with calls in line, or was just switched on, must not call people who have come or gone since.
    line = line.filter((item) => now() - item.at <= STALE_IN_LINE && isAwaited(item));
    return line.shift();
  }

  function played(item: Announcement): Promise<void> {
    return new Promise((resolve) => {
      const watchdog = setTimeout(resolve, WATCHDOG);
      const over = (): void => {
        clearTimeout(watchdog);
        resolve();
      };
      // A failed announcement is over too: its number stands on the screen, and the next visitor must be called.
      player.play(item, () => line.length > 0).then(over, over);
    });
  }

  return { current, offer };
}
