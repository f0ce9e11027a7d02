import { expect, it } from 'vitest';
import { advice } from '../../../server/setup/office/advice.ts';
import { communeOffice } from '../../office.ts';

it('advises on a screen that is too small for its hall, with the size it needs, in both languages', () => {
  const [hall] = communeOffice.screens;
  const lines = advice({ ...communeOffice, screens: [hall, { ...hall, id: 'land', diagonalInches: 24 }] });
  expect(lines).toEqual([
    {
      vi: '/display/land: màn hình 24 inch quá nhỏ cho hàng ghế xa nhất 8 m. Số được gọi đọc được từ 4,7 m, bảng quầy từ 5,8 m, thời gian chờ từ 3,8 m. Cần từ 50 inch.',
      en: '/display/land: 24 inches are too small for the last row of seats at 8 m. The called number can be read from 4.7 m, the list of counters from 5.8 m, the waits from 3.8 m. Use 50 inches or more.',
    },
  ]);
});

it('advises on an accent colour that is too dark, with the colour used instead', () => {
  const lines = advice({ ...communeOffice, look: { accent: '#b3261e', logo: null } });
  expect(lines[0]?.en).toMatch(
    /^look\.accent: #b3261e is too dark to be read on the blue ground; screens use #[0-9a-f]{6}\.$/,
  );
});

it('advises on a service that no counter serves, in both languages', () => {
  const counters = communeOffice.counters.map((counter) => ({
    ...counter,
    services: counter.services.filter((id) => id !== 'business'),
  }));
  expect(advice({ ...communeOffice, counters })).toEqual([
    {
      vi: 'Lĩnh vực D (Đăng ký kinh doanh): chưa có quầy nào phục vụ, nên máy không phát số. Vui lòng thêm lĩnh vực này vào một quầy.',
      en: 'Service D (Business registration): no counter serves it, so no tickets are issued. Add it to a counter.',
    },
  ]);
  expect(advice(communeOffice)).toEqual([]);
});

it('advises on a service that no screen shows', () => {
  const [hall] = communeOffice.screens;
  const others = communeOffice.services.map(({ id }) => id).filter((id) => id !== 'land');
  const [{ en } = { en: '' }] = advice({ ...communeOffice, screens: [{ ...hall, services: others }] });
  expect(en).toMatch(/^Service \w \(.+\): no lobby TV shows its numbers\./);
});
