import { describe, expect, it } from 'vitest';
import { deviationOf, isKnown, overnight, type Pace } from '../../server/queue/learning/pace.ts';
import { MINUTE } from '../../shared/time.ts';
import { paceAfter } from './given.ts';

const seen = (...minutes: number[]): Pace => paceAfter(minutes.map((each) => each * MINUTE)) ?? expect.fail();

describe('the pace of a service', () => {
  it('counts as known from the third service on', () => {
    expect([isKnown(null), isKnown(seen(5, 5)), isKnown(seen(5, 5, 5))]).toEqual([false, false, true]);
  });

  it('has the mean and the deviation of the services seen', () => {
    const pace = seen(2, 4, 6, 8, 30);
    expect(pace.mean).toBeCloseTo(10 * MINUTE);
    expect(deviationOf(pace)).toBeCloseTo(Math.sqrt(130) * MINUTE);
  });

  it('is never 0, also when a clerk calls and finishes in the same moment', () => {
    expect(seen(0, 0, 0).mean).toBe(1);
  });

  it('has a least deviation, also when all services took the same time', () => {
    expect(deviationOf(seen(8, 8, 8, 8))).toBe(4 * MINUTE);
  });

  it('follows when a service becomes longer', () => {
    const changed = seen(...Array(500).fill(5), ...Array(300).fill(10));
    expect(changed.mean / MINUTE).toBeGreaterThan(9);
    expect(changed.seen).toBe(100);
  });

  it('counts half as much the next morning, and stays known after a month without visitors', () => {
    const evening = seen(...Array(40).fill(5));
    expect(overnight(evening)).toEqual({ ...evening, seen: 20 });
    const later = Array.from({ length: 30 }).reduce<Pace>(overnight, evening);
    expect(isKnown(later)).toBe(true);
    expect(overnight(seen(5)).seen).toBe(1);
  });
});
