/** Offices with few and many counters and the longest names of real communes, at work. */
import { communeOffice } from '../../office.ts';
import { StagedOffice } from '../staged-office.ts';

const LETTERS = [...'ABCDEFGHIKLM'];
const NAMES = [
  { vi: 'Hộ tịch – Chứng thực', en: 'Civil status – Certification' },
  {
    vi: 'Địa chính – Nông nghiệp – Xây dựng – Môi trường và Giao thông',
    en: 'Land registry – Agriculture – Construction – Environment and transport',
  },
  {
    vi: 'Lao động – Bảo trợ xã hội – Người có công với cách mạng',
    en: 'Labour – Social protection – Persons of merit to the revolution',
  },
  { vi: 'Đăng ký hộ kinh doanh và hợp tác xã', en: 'Registration of household businesses and cooperatives' },
  { vi: 'Nhận kết quả – Nộp hồ sơ trực tuyến', en: 'Collect results – Submit dossiers online' },
];

const NINE = Date.parse('2026-11-23T09:00:00+07:00');
/** An office of so many counters has so many services. */
const SERVICES: Record<number, number> = { 2: 3, 4: 5, 12: 9 };
export const COUNTERS = [2, 4, 12] as const;

/** Each counter has finished one visit; the last one has just called a visitor, the others serve one, and others wait. */
export async function openOffice(counters: number): Promise<StagedOffice> {
  const services = LETTERS.slice(0, SERVICES[counters]).map((letter, index) => ({
    id: `service-${letter}`,
    letter,
    name: NAMES[index % NAMES.length] ?? communeOffice.name,
    dailyLimit: null,
    appointments: index === 0 ? { slotMinutes: 30, perSlot: 2 } : null,
    examples: null,
    pictogram: null,
    informationDesk: false,
  }));
  const ids = services.map(({ id }) => id);
  const changes = {
    services,
    counters: Array.from({ length: counters }, (_, index) => ({
      id: `counter-${index + 1}`,
      number: index + 1,
      services: ids,
    })),
    rules: { ...communeOffice.rules, burst: null, ratingIntervalSeconds: 0 },
    voice: { ...communeOffice.voice, languages: [] },
  };
  const office = await StagedOffice.open(NINE, changes, communeOffice, counters);
  for (const id of [...ids, ...ids]) {
    await office.ticket(id, 'elderly');
    await office.ticket(id);
  }
  for (let counter = 0; counter < counters; counter += 1) {
    for (const step of ['call-next', 'start', 'finish', 'call-next'] as const) await office.at(counter, step);
    if (counter < counters - 1) await office.at(counter, 'start');
  }
  return office;
}
