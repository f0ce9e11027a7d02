import { describe, expect, it } from 'vitest';
import { legibility } from '../../../shared/office/legibility.ts';
import { communeOffice } from '../../office.ts';

const [hall] = communeOffice.screens;

describe('the capitals on a lobby TV', () => {
  it('must be 12.2 mm high for each metre of distance: 98 mm at 8 m', () => {
    expect(legibility({ ...hall, viewingDistanceMeters: 8 }).neededMm).toBeCloseTo(97.6);
  });

  it('grow with the size of the screen', () => {
    // A screen of 50 inches is 1107 mm wide; 1/96 of that is 11.53 mm.
    const { callMm, smallestMm, reachMeters } = legibility({ ...hall, diagonalInches: 50 });
    expect(callMm).toBeCloseTo(144.5, 0);
    expect(smallestMm).toBeCloseTo(6.9, 1);
    expect(reachMeters).toBeCloseTo(11.8, 1);
  });

  it('are large enough at 8 m on 50 inches, and too small on 24 inches', () => {
    expect(legibility(hall).isLargeEnough).toBe(true);
    const monitor = legibility({ ...hall, diagonalInches: 24 });
    expect(monitor.isLargeEnough).toBe(false);
    expect(monitor.neededInches).toBeCloseTo(33.8, 0);
  });

  it('depend on the ratio of the screen, not on the number of pixels', () => {
    const at = (width: number, height: number) => legibility(hall, { width, height }).callMm;
    expect(at(3840, 2160)).toBeCloseTo(at(1280, 720));
    expect(at(1920, 1200)).toBeLessThan(at(1920, 1080));
    expect(at(1080, 1920)).toBeCloseTo(legibility({ ...hall, orientation: 'portrait' }).callMm);
  });
});
