import { FIRST_LOOK } from '../../shared/office/office.ts';
import type { BoardCall, DisplayView } from '../../shared/protocol/views/hall.ts';
import type { BoardNotice } from '../../shared/protocol/views/notices.ts';
import type { EpochMs } from '../../shared/time.ts';

const SERVICES: [vi: string, en: string, waiting: number, openCounters: number][] = [
  ['Hộ tịch – Chứng thực', 'Civil status – Certification', 12, 2],
  ['Đất đai – Xây dựng', 'Land – Construction', 7, 1],
  ['Lao động – Thương binh và Xã hội', 'Labour – War invalids – Social affairs', 4, 0],
  ['Đăng ký kinh doanh', 'Business registration', 0, 1],
  ['Nhận kết quả – Hồ sơ trực tuyến', 'Collect results – Online dossiers', 23, 1],
  ['Chứng thực – Hộ tịch – Nuôi con nuôi', 'Certification – Civil status – Adoption', 3, 1],
  ['Văn hóa – Giáo dục – Y tế', 'Culture – Education – Health', 108, 0],
  ['Tiếp công dân – Giải quyết khiếu nại, tố cáo', 'Complaints and denunciations', 1, 1],
];

/** The services of counters 1 to 4. */
const COUNTERS = [
  ['a', 'e'],
  ['a', 'c'],
  ['b', 'd'],
  ['c', 'd', 'e'],
];

export const NOTICES: BoardNotice[] = [
  {
    id: 'wednesday',
    kind: 'text',
    seconds: 12,
    text: {
      vi: '“Ngày không viết – Ngày không hẹn” thứ Tư hằng tuần: được hướng dẫn viết hộ tờ khai và trả kết quả ngay.',
      en: 'Every Wednesday: volunteers fill in the forms for you and results are returned at once.',
    },
  },
];

/** In the order of their letters; after eight services the names repeat. */
export function services(count: number): DisplayView['services'] {
  return Array.from({ length: Math.ceil(count / SERVICES.length) }, () => SERVICES)
    .flat()
    .slice(0, count)
    .map(([vi, en, waiting, openCounters], index) => {
      const letter = String.fromCharCode(65 + index);
      return { id: letter.toLowerCase(), letter, name: { vi, en }, waiting, openCounters };
    });
}

/** The waits of so many services: all kinds of them. */
export function waits(count: number): DisplayView['waits'] {
  const kinds: DisplayView['waits'] = [
    { availability: 'available', estimate: { fromMinutes: 45, toMinutes: 80 } },
    { availability: 'available', estimate: { fromMinutes: 10, toMinutes: 20 } },
    { availability: 'available', estimate: { fromMinutes: 20, toMinutes: 35 } },
    { availability: 'available', estimate: { fromMinutes: 0, toMinutes: 5 } },
    { availability: 'available', estimate: null },
    { availability: 'limit-reached', estimate: null },
    { availability: 'available', estimate: { fromMinutes: 95, toMinutes: 150 } },
    { availability: 'not-served', estimate: null },
  ];
  return Array.from({ length: count }, (_, index) => kinds[index % kinds.length]).flatMap((kind) => kind ?? []);
}

export function call(number: string, counterNumber: number, status: BoardCall['status'] = 'serving'): BoardCall {
  return { number, counterNumber, calledAt: 0, status };
}

/** A quiet morning; `fields` replace what a test is about. */
export function hallView(fields: Partial<DisplayView> = {}): DisplayView {
  return {
    office: {
      name: {
        vi: 'UBND xã Bình Phước Xuân – Trung tâm Phục vụ hành chính công',
        en: 'Bình Phước Xuân Commune People’s Committee – Public Administration Service Centre',
      },
      motto: { vi: 'Thân thiện – Trách nhiệm – Đúng hẹn', en: 'Friendly – Responsible – On time' },
      hotline: '0296 3883 115',
      timeZone: 'Asia/Ho_Chi_Minh',
      look: FIRST_LOOK,
    },
    opening: { state: 'open', until: Date.parse('2026-11-23T04:30:00Z') },
    health: { storage: 'ok', clock: 'ok', printer: 'ok' },
    calls: [],
    missed: [],
    announcements: [],
    services: services(5),
    waits: waits(5),
    counters: COUNTERS.map((services, index) => ({
      number: index + 1,
      services,
      state: 'open',
      pausedUntil: null,
      current: null,
    })),
    layout: { orientation: 'auto', calls: 'left', theme: 'light', darkHours: null },
    satisfaction: {
      ...{ ratings: 0, satisfied: null, levels: [0, 0, 0, 0, 0], anonymous: 0, visits: 0 },
      shown: { votes: 0, satisfied: null, levels: [0, 0, 0, 0, 0], order: 'best-first' },
      month: { ratings: 0, satisfied: null, visits: 0 },
    },
    notices: NOTICES,
    speakNotices: false,
    voice: { languages: [], repeat: false },
    ...fields,
  };
}

/** An announcement made at `at`. */
export function announced(id: number, number: string, counterNumber: number, at: EpochMs, recall = false) {
  return { id, day: '2026-11-23', at, number, counterNumber, recall };
}
