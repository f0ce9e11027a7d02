import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Announcer,
  createAnnouncer,
  STALE_IN_QUEUE,
  STALE_ON_ARRIVAL,
  WATCHDOG,
} from '../../display/lobby/announcements.ts';
import type { Announcement } from '../../shared/protocol/views/hall.ts';

const PLAY = 4_000;
const played: string[] = [];
let play: (item: Announcement) => Promise<void>;
let announcer: Announcer;
/** Numbers whose visitors are no longer awaited. */
const over = new Set<string>();

function call(id: number, number: string, fields: Partial<Announcement> = {}): Announcement {
  return { id, day: '2026-11-23', at: Date.now(), number, counterNumber: 1, recall: false, ...fields };
}

const pass = (time: number) => vi.advanceTimersByTimeAsync(time);
const shown = () => announcer.current.value?.number ?? null;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T01:00:00Z') });
  played.length = 0;
  over.clear();
  play = () => new Promise((resolve) => setTimeout(resolve, PLAY));
  announcer = createAnnouncer(
    {
      play(item) {
        played.push(item.number);
        return play(item);
      },
    },
    () => Date.now(),
    ({ number }) => !over.has(number),
  );
});
afterEach(() => vi.useRealTimers());

describe('the announcer', () => {
  it('plays each announcement once, in order, and names the one it plays', async () => {
    const first = call(3, 'A001');
    const second = call(7, 'B001');
    announcer.offer([first, second]);
    expect(shown()).toBe('A001');
    announcer.offer([first, second]);
    await pass(PLAY);
    expect(shown()).toBe('B001');
    announcer.offer([first, second, call(8, 'C001')]);
    await pass(2 * PLAY);
    expect(shown()).toBeNull();
    expect(played).toEqual(['A001', 'B001', 'C001']);
  });

  it('skips an announcement whose visitor is no longer awaited when its turn comes', async () => {
    announcer.offer([call(1, 'A001'), call(2, 'A002'), call(3, 'A003')]);
    over.add('A002');
    await pass(2 * PLAY);
    expect(played).toEqual(['A001', 'A003']);
  });

  it('announces a recall of the same number again', async () => {
    const first = call(1, 'A001');
    announcer.offer([first]);
    await pass(PLAY);
    announcer.offer([first, call(2, 'A001', { recall: true })]);
    expect(announcer.current.value?.recall).toBe(true);
    await pass(PLAY);
    expect(played).toEqual(['A001', 'A001']);
  });

  it('drops announcements that are old when they arrive, on connect and after an outage', async () => {
    const old = call(1, 'A001', { at: Date.now() - STALE_ON_ARRIVAL - 1 });
    const fresh = call(2, 'A002', { at: Date.now() - STALE_ON_ARRIVAL });
    announcer.offer([old, fresh]);
    await pass(PLAY);
    const missed = call(3, 'A003');
    await pass(STALE_ON_ARRIVAL + 1);
    announcer.offer([old, fresh, missed, call(4, 'A004')]);
    await pass(PLAY);
    expect(played).toEqual(['A002', 'A004']);
  });

  it('plays a burst of eight calls to the end', async () => {
    const numbers = ['A001', 'A002', 'A003', 'A004', 'A005', 'A006', 'A007', 'A008'];
    announcer.offer(numbers.map((number, index) => call(index, number)));
    await pass(8 * PLAY);
    expect(played).toEqual(numbers);
  });

  it('drops announcements that became old in the queue while the TV slept', async () => {
    announcer.offer([call(1, 'A001'), call(2, 'A002')]);
    vi.setSystemTime(Date.now() + STALE_IN_QUEUE + 1);
    await pass(PLAY);
    expect(played).toEqual(['A001']);
    expect(shown()).toBeNull();
  });

  it('goes on when an announcement never ends', async () => {
    play = (item) => (item.number === 'A001' ? new Promise(() => {}) : Promise.resolve());
    announcer.offer([call(1, 'A001'), call(2, 'A002')]);
    await pass(WATCHDOG - 1);
    expect(played).toEqual(['A001']);
    await pass(1);
    expect(played).toEqual(['A001', 'A002']);
    expect(shown()).toBeNull();
  });

  it('does not end a later announcement when a stuck one ends late', async () => {
    let endLate = () => {};
    play = (item) =>
      new Promise((resolve) => {
        if (item.number === 'A001') endLate = resolve;
      });
    announcer.offer([call(1, 'A001'), call(2, 'A002')]);
    await pass(WATCHDOG);
    endLate();
    await pass(0);
    expect(shown()).toBe('A002');
  });

  it('goes on when an announcement fails', async () => {
    play = () => Promise.reject(new Error('no sound device'));
    announcer.offer([call(1, 'A001'), call(2, 'A002')]);
    await pass(0);
    expect(played).toEqual(['A001', 'A002']);
  });

  it('starts again with the ids of the next day and drops the queue of the old day', async () => {
    const yesterday = [call(90, 'A090'), call(91, 'A091')];
    announcer.offer(yesterday);
    announcer.offer([...yesterday, call(1, 'A001', { day: '2026-11-24' })]);
    await pass(2 * PLAY);
    expect(played).toEqual(['A090', 'A001']);
  });

  it('starts again when ids start again in the middle of a day', async () => {
    announcer.offer([call(90, 'A090')]);
    await pass(PLAY);
    announcer.offer([call(1, 'A001')]);
    await pass(PLAY);
    expect(played).toEqual(['A090', 'A001']);
  });

  it('plays nothing without announcements', async () => {
    announcer.offer([]);
    await pass(PLAY);
    expect(played).toEqual([]);
  });
});
