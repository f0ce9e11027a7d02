/** How large the capitals on a lobby TV are, and how large they must be to be read from the last row of seats. */
import type { HallScreen } from './office.ts';

/** EN 301 549 V3.2.1, 5.1.4: capitals of 12.2 mm for each metre between eye and screen. */
const NEEDED_MM_PER_METER = 12.2;
const MM_PER_INCH = 25.4;
/** Height of capitals in the typeface Be Vietnam Pro, as a part of its font size. */
const CAPITAL = 0.7;

/** Font sizes in the unit of the lobby's style sheets, 1/96 of the picture's long side (screen.css). A browser test compares the two. */
export const CALL_SIZE = { landscape: { left: 17.9, below: 17 }, portrait: { left: 15.8, below: 15.8 } } as const;
export const SMALLEST_SIZE = 0.85;
/** The picture has the ratio 16 to 9; on any other screen it is as large as fits. */
const PICTURE = { long: 16, short: 9 };

/** Pixels of the panel, in landscape or portrait; only their ratio is used. */
export interface Resolution {
  width: number;
  height: number;
}
const FULL_HD: Resolution = { width: 1920, height: 1080 };

export interface Legibility {
  /** Height of capitals of the called number, and of the smallest line on the screen. */
  callMm: number;
  smallestMm: number;
  /** Height that the last row of seats needs. */
  neededMm: number;
  /** The distance up to which the called number can be read. */
  reachMeters: number;
  /** Diagonal of the smallest screen of this shape that is large enough. */
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

/** 1/96 of the long side of the picture, in millimetres on this screen. */
function unitMm(diagonalInches: number, { width, height }: Resolution): number {
  const mmPerPixel = (diagonalInches * MM_PER_INCH) / Math.hypot(width, height);
  const long = Math.max(width, height) * mmPerPixel;
  const short = Math.min(width, height) * mmPerPixel;
  return Math.min(long, (short * PICTURE.long) / PICTURE.short) / 96;
}
