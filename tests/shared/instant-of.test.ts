// Every change of the clocks between 2020 and 2027, in every zone that this Node knows.
import { describe, expect, it } from 'vitest';
import { addDays, type EpochMs, instantOf, localTime, MINUTE } from '../../shared/time.ts';

const WEEK = 7 * 24 * 60 * MINUTE;
const FROM = Date.parse('2020-01-01T00:00:00Z');
const TO = Date.parse('2028-01-01T00:00:00Z');

interface Change {
  zone: string;
  /** The first instant with the new time. */
  at: EpochMs;
  /** By how many minutes the clocks go forward; negative when they go back. */
  skips: number;
}

/** What the clocks of a zone show, in ms since a day that they call 1970-01-01. */
function shownAt(at: EpochMs, zone: string): number {
  const { day, minute } = localTime(at, zone);
  return Date.parse(`${day}T00:00:00Z`) + minute * MINUTE;
}

const ahead = (at: EpochMs, zone: string) => (shownAt(at, zone) - at) / MINUTE;

/** No zone changes its clocks twice within a week. */
function changesOf(zone: string): Change[] {
  const changes: Change[] = [];
  for (let week = FROM; week < TO; week += WEEK) {
    let [low, high] = [week, week + WEEK];
    const [before, after] = [ahead(low, zone), ahead(high, zone)];
    if (before === after) continue;
    while (high - low > MINUTE) {
      const middle = low + Math.floor((high - low) / MINUTE / 2) * MINUTE;
      if (ahead(middle, zone) === before) low = middle;
      else high = middle;
    }
    changes.push({ zone, at: high, skips: after - before });
  }
  return changes;
}

const all = Intl.supportedValuesOf('timeZone').flatMap(changesOf);

/** `instantOf` for what the clocks show, as `shownAt` gives it. */
function instantShown(shown: number, zone: string): EpochMs {
  const day = new Date(shown).toISOString().slice(0, 10);
  return instantOf(day, (shown - Date.parse(`${day}T00:00:00Z`)) / MINUTE, zone);
}

describe('the instant of a minute', () => {
  it('is found in zones that skip half an hour, an hour and midnight', () => {
    const zones = new Set(all.filter(({ skips }) => skips > 0).map(({ zone }) => zone));
    for (const zone of ['Australia/Lord_Howe', 'Europe/Berlin', 'America/New_York', 'Asia/Beirut', 'America/Santiago'])
      expect(zones).toContain(zone);
    expect(all.length).toBeGreaterThan(1_500);
  });

  it('that the clocks skip is later by as much as they skip', () => {
    for (const { zone, at, skips } of all) {
      const first = shownAt(at - MINUTE, zone) + MINUTE;
      for (let minute = 0; minute < skips; minute += Math.max(1, Math.floor(skips / 4))) {
        const shown = first + minute * MINUTE;
        expect([zone, instantShown(shown, zone)]).toEqual([zone, at + minute * MINUTE]);
        expect(shownAt(instantShown(shown, zone), zone)).toBe(shown + skips * MINUTE);
      }
    }
  });

  it('that comes twice is the first one', () => {
    for (const { zone, at, skips } of all) {
      for (let minute = skips; minute < 0; minute += Math.max(1, Math.floor(-skips / 4)))
        expect([zone, instantShown(shownAt(at, zone) + (minute - skips) * MINUTE, zone)]).toEqual([
          zone,
          at + minute * MINUTE,
        ]);
    }
  });

  it('is the one that the clocks show, for every third hour of the days around a change', () => {
    for (const { zone, at } of all) {
      const day = localTime(at, zone).day;
      for (const date of [addDays(day, -1), day, addDays(day, 1)]) {
        const midnight = Date.parse(`${date}T00:00:00Z`);
        for (let minute = 0; minute < 1440; minute += 180) {
          const shown = midnight + minute * MINUTE;
          const instant = instantOf(date, minute, zone);
          // Only a skipped minute is shown as another one.
          if (shownAt(instant, zone) !== shown)
            expect(ahead(instant - 24 * 60 * MINUTE, zone)).toBeLessThan(ahead(instant, zone));
        }
      }
    }
  });
});
