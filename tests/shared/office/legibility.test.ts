import { describe, expect, it } from 'vitest';
import { countersOn, legibility } from '../../../shared/office/legibility.ts';
import { communeOffice } from '../../office.ts';

const [hall] = communeOffice.screens;

describe('the lines on a lobby TV', () => {
  it('can be read from so far as their capitals allow: 12.2 mm a metre for the called number, 1:300 for all others', () => {
    // A screen of 50 inches is 1107 mm wide; 1/96 of that is 11.53 mm.
    const { reach } = legibility({ ...hall, diagonalInches: 50 }, 4);
    expect(reach.call).toBeCloseTo((14.9 * 0.7 * 11.53) / 12.2, 1);
    expect(reach.board).toBeCloseTo(5 * 0.7 * 11.53 * 0.3, 1);
    expect(reach.waits).toBeCloseTo(3.35 * 0.7 * 11.53 * 0.3, 1);
  });

  it('are large enough at 8 m on the 50 inches of the starter with 4 and with 12 counters, and too small on 24', () => {
    for (const counters of [4, 12]) expect(legibility(hall, counters).isLargeEnough).toBe(true);
    const monitor = legibility({ ...hall, diagonalInches: 24 }, 12);
    expect(monitor.isLargeEnough).toBe(false);
    expect(monitor.neededInches).toBeCloseTo(49.3, 0);
  });

  it('depend on the ratio of the screen, not on the number of pixels', () => {
    const at = (width: number, height: number) => legibility(hall, 4, { width, height }).reach.call;
    expect(at(3840, 2160)).toBeCloseTo(at(1280, 720));
    expect(at(1920, 1200)).toBeLessThan(at(1920, 1080));
    expect(at(1080, 1920)).toBeCloseTo(legibility({ ...hall, orientation: 'portrait' }, 4).reach.call);
  });

  it('have the rows of the counters that serve a service of the screen', () => {
    const counters = [{ services: ['a', 'b'] }, { services: ['b'] }, { services: ['c'] }];
    expect(countersOn({ services: ['a', 'c'] }, counters)).toBe(2);
    expect(countersOn({ services: 'all' }, counters)).toBe(3);
  });
});
