/** Settings that are valid but strange: the same list on the console at the start and for supervisors who change the set-up. */

import type { Text } from '../../../shared/language.ts';
import { readableAccent } from '../../../shared/office/colour.ts';
import { countersOn, legibility } from '../../../shared/office/legibility.ts';
import { isServed, type Office } from '../../../shared/office/office.ts';
import { screenAddress } from '../../../shared/protocol/pages.ts';

export function advice(office: Pick<Office, 'screens' | 'look' | 'services' | 'counters'>): Text[] {
  return [
    ...smallScreens(office),
    ...darkAccent(office),
    ...servicesWithoutCounter(office),
    ...servicesWithoutScreen(office),
  ];
}

function smallScreens({ screens, counters }: Pick<Office, 'screens' | 'counters'>): Text[] {
  return screens.flatMap((screen) => {
    const { reach, neededInches, isLargeEnough } = legibility(screen, countersOn(screen, counters));
    if (isLargeEnough) return [];
    const { diagonalInches: inches, viewingDistanceMeters: meters, id } = screen;
    const [call, board, waits] = [reach.call, reach.board, reach.waits].map((each) => Math.floor(each * 10) / 10);
    const wanted = Math.ceil(neededInches);
    return [
      {
        vi: `${screenAddress(id)}: màn hình ${inches} inch quá nhỏ cho hàng ghế xa nhất ${meters} m. Số được gọi đọc được từ ${comma(call)} m, bảng quầy từ ${comma(board)} m, thời gian chờ từ ${comma(waits)} m. Cần từ ${wanted} inch.`,
        en: `${screenAddress(id)}: ${inches} inches are too small for the last row of seats at ${meters} m. The called number can be read from ${call} m, the list of counters from ${board} m, the waits from ${waits} m. Use ${wanted} inches or more.`,
      },
    ];
  });
}

const comma = (value: number | undefined): string => String(value).replace('.', ',');

function darkAccent({ look }: Pick<Office, 'look'>): Text[] {
  const accent = readableAccent(look.accent);
  if (accent === look.accent) return [];
  return [
    {
      vi: `look.accent: màu ${look.accent} quá tối để đọc trên nền xanh; màn hình dùng ${accent}.`,
      en: `look.accent: ${look.accent} is too dark to be read on the blue ground; screens use ${accent}.`,
    },
  ];
}

function servicesWithoutCounter({ services, counters }: Pick<Office, 'services' | 'counters'>): Text[] {
  return services
    .filter(({ id }) => !isServed({ counters }, id))
    .map(({ letter, name }) => ({
      vi: `Lĩnh vực ${letter} (${name.vi}): chưa có quầy nào phục vụ, nên máy không phát số. Vui lòng thêm lĩnh vực này vào một quầy.`,
      en: `Service ${letter} (${name.en}): no counter serves it, so no tickets are issued. Add it to a counter.`,
    }));
}

function servicesWithoutScreen({ services, screens }: Pick<Office, 'services' | 'screens'>): Text[] {
  const shown = new Set(
    screens.flatMap((screen) => (screen.services === 'all' ? services.map(({ id }) => id) : screen.services)),
  );
  return services
    .filter(({ id }) => !shown.has(id))
    .map(({ letter, name }) => ({
      vi: `Lĩnh vực ${letter} (${name.vi}): chưa có màn hình nào hiện số của lĩnh vực này. Vui lòng thêm lĩnh vực này vào một màn hình.`,
      en: `Service ${letter} (${name.en}): no lobby TV shows its numbers. Add it to a screen.`,
    }));
}
