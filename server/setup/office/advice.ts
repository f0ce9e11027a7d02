/** Advice on settings that are valid but work badly, for the console at start: one line per language and setting. */

import { readableAccent } from '../../../shared/office/colour.ts';
import { legibility } from '../../../shared/office/legibility.ts';
import { isServed, type Office } from '../../../shared/office/office.ts';
import { screenAddress } from '../../../shared/protocol/pages.ts';

export function advice(office: Pick<Office, 'screens' | 'look' | 'services' | 'counters'>): string[] {
  return [...smallScreens(office), ...darkAccent(office), ...servicesWithoutCounter(office)];
}

function smallScreens({ screens }: Pick<Office, 'screens'>): string[] {
  return screens.flatMap((screen) => {
    const { callMm, neededMm, neededInches, isLargeEnough } = legibility(screen);
    if (isLargeEnough) return [];
    const { diagonalInches: inches, viewingDistanceMeters: meters, id } = screen;
    const [is, must, wanted] = [Math.floor(callMm), Math.ceil(neededMm), Math.ceil(neededInches)];
    return [
      `${screenAddress(id)}: màn hình ${inches} inch quá nhỏ cho khoảng cách ${meters} m: số được gọi cao ${is} mm, cần ${must} mm (từ ${wanted} inch).`,
      `${screenAddress(id)}: ${inches} inches are too small for ${meters} m: the called number is ${is} mm high and must be ${must} mm (${wanted} inches or more).`,
    ];
  });
}

function darkAccent({ look }: Pick<Office, 'look'>): string[] {
  const accent = readableAccent(look.accent);
  if (accent === look.accent) return [];
  return [
    `look.accent: màu ${look.accent} quá tối để đọc trên nền xanh; màn hình dùng ${accent}.`,
    `look.accent: ${look.accent} is too dark to be read on the blue ground; screens use ${accent}.`,
  ];
}

function servicesWithoutCounter({ services, counters }: Pick<Office, 'services' | 'counters'>): string[] {
  return services
    .filter(({ id }) => !isServed({ counters }, id))
    .flatMap(({ letter, name }) => [
      `Lĩnh vực ${letter} (${name.vi}): chưa có quầy nào phục vụ, nên máy không phát số. Vui lòng thêm lĩnh vực này vào một quầy.`,
      `Service ${letter} (${name.en}): no counter serves it, so no tickets are issued. Add it to a counter.`,
    ]);
}
