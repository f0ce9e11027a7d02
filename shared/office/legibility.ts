/** How large the capitals on a lobby TV are, and from how far each kind of line can be read. */
import type { Counter, HallScreen } from './office.ts';

/** EN 301 549 V3.2.1, 5.1.4, for the called number: capitals of 12.2 mm for each metre between eye and screen. */
const CALL_MM_PER_METER = 12.2;
/** For all other lines that a seated visitor needs: capitals of 1/300 of the distance, as on the signs of airports. */
const LINE_MM_PER_METER = 1000 / 300;
const MM_PER_INCH = 25.4;
/** Height of capitals in the typeface Be Vietnam Pro, as a part of its font size. Its ink is 0.74; the difference is kept in reserve. */
const CAPITAL = 0.7;

/** Font sizes in the unit of the lobby's style sheets, 1/96 of the picture's long side (screen.css). A browser test compares them. */
export const CALL_SIZE = { landscape: { left: 14.9, below: 12 }, portrait: { left: 16.1, below: 16.1 } } as const;
/** The smaller one of a row of the board, the counter's tile; with up to four counters the rows are larger, but not in four columns. */
export const BOARD_SIZE = { few: 5, many: 3.35 } as const;
export const FEW_COUNTERS = 4;
/** The letters and ranges of waits, and every other line that a seated visitor needs. */
export const LINE_SIZE = 3.35;
/** The picture has the ratio 16 to 9; on any other screen it is as large as fits. */
const PICTURE = { long: 16, short: 9 };

/** Pixels of the panel, in landscape or portrait; only their ratio is used. */
export interface Resolution {
  width: number;
  height: number;
}
const FULL_HD: Resolution = { width: 1920, height: 1080 };

export interface Legibility {
  /** The distance in metres up to which each kind of line can be read: the called number, the board of counters, the waits. */
  reach: Record<'call' | 'board' | 'waits', number>;
  /** Diagonal in inches of the smallest screen of this shape on which every kind can be read from the last row of seats. */
  neededInches: number;
  isLargeEnough: boolean;
}

type Screen = Pick<HallScreen, 'orientation' | 'calls' | 'diagonalInches' | 'viewingDistanceMeters'>;

/** How many of the counters the screen has rows for when all are open. */
export function countersOn(
  { services }: Pick<HallScreen, 'services'>,
  counters: readonly Pick<Counter, 'services'>[],
): number {
  return counters.filter((counter) => services === 'all' || counter.services.some((id) => services.includes(id)))
    .length;
}

/** `counters`: how many the screen shows. */
export function legibility(screen: Screen, counters: number, resolution: Resolution = FULL_HD): Legibility {
  const { orientation, calls, diagonalInches, viewingDistanceMeters } = screen;
  const upright = orientation === 'auto' ? resolution.height > resolution.width : orientation === 'portrait';
  const capital = CAPITAL * unitMm(diagonalInches, resolution);
  const isLarge = counters <= FEW_COUNTERS && (upright || calls === 'left');
  const reach = {
    call: (CALL_SIZE[upright ? 'portrait' : 'landscape'][calls] * capital) / CALL_MM_PER_METER,
    board: (BOARD_SIZE[isLarge ? 'few' : 'many'] * capital) / LINE_MM_PER_METER,
    waits: (LINE_SIZE * capital) / LINE_MM_PER_METER,
  };
  const shortest = Math.min(reach.call, reach.board, reach.waits);
  return {
    reach,
    neededInches: (diagonalInches * viewingDistanceMeters) / shortest,
    isLargeEnough: shortest >= viewingDistanceMeters,
  };
}

/** 1/96 of the long side of the picture, in millimetres on this screen. */
function unitMm(diagonalInches: number, { width, height }: Resolution): number {
  const mmPerPixel = (diagonalInches * MM_PER_INCH) / Math.hypot(width, height);
  const long = Math.max(width, height) * mmPerPixel;
  const short = Math.min(width, height) * mmPerPixel;
  return Math.min(long, (short * PICTURE.long) / PICTURE.short) / 96;
}
