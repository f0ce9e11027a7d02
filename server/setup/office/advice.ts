/** Advice on settings that are valid but work badly, for the console at start: one line per language and setting. */

import { readableAccent } from '../../../shared/office/colour.ts';
import { legibility } from '../../../shared/office/legibility.ts';
import type { Office } from '../../../shared/office/office.ts';
import { screenAddress } from '../../../shared/protocol/pages.ts';

export function advice({ screens, look }: Pick<Office, 'screens' | 'look'>): string[] {
  const small = screens.flatMap((screen) => {
    const { callMm, neededMm, neededInches, isLargeEnough } = legibility(screen);
    if (isLargeEnough) return [];
    const { diagonalInches: inches, viewingDistanceMeters: meters, id } = screen;
    const [is, must, wanted] = [Math.floor(callMm), Math.ceil(neededMm), Math.ceil(neededInches)];
    return [
      `${screenAddress(id)}: màn hình ${inches} inch quá nhỏ cho khoảng cách ${meters} m: số được gọi cao ${is} mm, cần ${must} mm (từ ${wanted} inch).`,
      `${screenAddress(id)}: ${inches} inches are too small for ${meters} m: the called number is ${is} mm high and must be ${must} mm (${wanted} inches or more).`,
    ];
  });
  const accent = readableAccent(look.accent);
  if (accent === look.accent) return small;
  return [
    ...small,
    `look.accent: màu ${look.accent} quá tối để đọc trên nền xanh; màn hình dùng ${accent}.`,
    `look.accent: ${look.accent} is too dark to be read on the blue ground; screens use ${accent}.`,
  ];
}
