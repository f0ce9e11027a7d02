/** How large the letters of a lobby TV are in the hall, and how large they must be. */
import type { HallScreen } from './office.ts';

/** EN 301 549 V3.2.1, 5.1.4: capitals of 12.2 mm for each metre between the eye and the screen. */
const NEEDED_MM_PER_METER = 12.2;
const MM_PER_INCH = 25.4;
/** Capitals of Be Vietnam Pro by its size. */
const CAPITAL = 0.7;

/** Sizes of type in the lobby's own unit: 1/96 of the long side of the picture (screen.css). A browser test holds the style sheets to them. */
export const CALL_SIZE = { landscape: { left: 17.9, below: 17 }, portrait: { left: 15.8, below: 15.8 } } as const;
export const SMALLEST_SIZE = 0.85;
/** The picture is 16 by 9; on any other screen it is as large as fits. */
const PICTURE = { long: 16, short: 9 };

/** Of the panel, whichever way up it hangs; only their ratio counts. */
export interface Resolution {
  width: number;
  height: number;
}
const FULL_HD: Resolution = { width: 1920, height: 1080 };

export interface Legibility {
  /** Capitals of the number that is called, and of the smallest line on the screen. */
  callMm: number;
  smallestMm: number;
  /** For the last row of seats. */
  neededMm: number;
  /** How far away the number that is called can be read. */
  reachMeters: number;
  /** The smallest screen of this shape that would do. */
  neededInches: number;
  isLargeEnough: boolean;
}

type Screen = Pick<HallScreen, 'orientation' | 'calls' | 'diagonalInches' | 'viewingDistanceMeters'>;

export function legibility(screen: Screen, resolution: Resolution = FULL_HD): Legibility {
  const { orientation, calls, diagonalInches, viewingDistanceMeters } = screen;
  const upright = orientation === 'auto' ? resolution.height > resolution.width : orientation === 'portrait';
  const call = CALL_SIZE[upright ? 'portrait' : 'landscape'][calls] * CAPITAL * unitMm(diagonalInches, resolution);
  const neededMm = viewingDistanceMeters * NEEDED_MM_PER_METER;
  return {
    callMm: call,
    smallestMm: SMALLEST_SIZE * CAPITAL * unitMm(diagonalInches, resolution),
    neededMm,
    reachMeters: call / NEEDED_MM_PER_METER,
    neededInches: (diagonalInches * neededMm) / call,
    isLargeEnough: call >= neededMm,
  };
}

/** A 96th of the long side of the picture, in millimetres on this screen. */
function unitMm(diagonalInches: number, { width, height }: Resolution): number {
  const mmPerPixel = (diagonalInches * MM_PER_INCH) / Math.hypot(width, height);
  const long = Math.max(width, height) * mmPerPixel;
  const short = Math.min(width, height) * mmPerPixel;
  return Math.min(long, (short * PICTURE.long) / PICTURE.short) / 96;
}
