/** Plays the announcements of all views one after another: each one once, in order, and only while its visitor is awaited. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Announcement } from '../../shared/protocol/views/hall.ts';
import type { DurationMs, EpochMs } from '../../shared/time.ts';

/** Announcements that are older when they arrive (page opened, connection back) are dropped: the visitor has gone. */
export const STALE_ON_ARRIVAL: DurationMs = 30_000;
/** The same for announcements in the queue. Eight calls in one moment need this time to be spoken in two languages. */
export const STALE_IN_QUEUE: DurationMs = 120_000;
/** Frees the queue from a player that never ends. Longer than a call that is spoken twice in four languages. */
export const WATCHDOG: DurationMs = 90_000;

/** Announces one item with chime, highlight and speech; resolves when all of it is over. */
export interface Player {
  play(item: Announcement, othersWait: () => boolean): Promise<void>;
}

export interface Announcer {
  /** The item being announced now, which the screen highlights. */
  current: ReadonlySignal<Announcement | null>;
  /** Takes the complete list of a view, oldest first. */
  offer(announcements: readonly Announcement[]): void;
}

/** `isAwaited` returns whether the counter still waits for the visitor of an item. */
export function createAnnouncer(
  player: Player,
  now: () => EpochMs,
  isAwaited: (item: Announcement) => boolean,
): Announcer {
  const current = signal<Announcement | null>(null);
  let queue: Announcement[] = [];
  let day = '';
  let lastId = Number.NEGATIVE_INFINITY;

  function offer(announcements: readonly Announcement[]): void {
    const newest = announcements[announcements.length - 1];
    if (!newest) return;
    // Ids start again each day, and when the data of the office was replaced during a day.
    if (newest.day !== day || newest.id < lastId) {
      day = newest.day;
      lastId = Number.NEGATIVE_INFINITY;
      queue = [];
    }
    for (const item of announcements) {
      if (item.day !== day || item.id <= lastId) continue;
      lastId = item.id;
      if (now() - item.at <= STALE_ON_ARRIVAL) queue.push(item);
    }
    if (!current.peek()) void playQueue();
  }

  async function playQueue(): Promise<void> {
    for (let item = next(); item; item = next()) {
      current.value = item;
      await played(item);
    }
    current.value = null;
  }

  function next(): Announcement | undefined {
    // After a sleep of the TV the queue may contain visitors who have come or gone since.
    queue = queue.filter((item) => now() - item.at <= STALE_IN_QUEUE && isAwaited(item));
    return queue.shift();
  }

  function played(item: Announcement): Promise<void> {
    return new Promise((resolve) => {
      const watchdog = setTimeout(resolve, WATCHDOG);
      const over = (): void => {
        clearTimeout(watchdog);
        resolve();
      };
      // A failed announcement counts as over: the screen shows its number, and the next visitor must be called.
      player.play(item, () => queue.length > 0).then(over, over);
    });
  }

  return { current, offer };
}
