import { type Notice, type Office, REGULAR, type Session } from '../shared/office/office.ts';

const allDay: Session[] = [{ from: '00:00', to: '24:00' }];
/** Without limits of dates and hours. */
const always = { from: null, until: null, hours: null, seconds: 12 } satisfies Partial<Notice>;

/** A service without examples and pictogram that is not the information desk. */
const PLAIN = { examples: null, pictogram: null, informationDesk: false };
/** A ticket class without condition and pictogram. */
const BARE = { condition: null, pictogram: null };

/**
 * The office of the tests: a commune with five services, four counters and five ticket classes, open at any hour so that a
 * test may run at night. It is fixed: tests name its ids, letters, numbers and names. It does not follow the starter
 * office, which the product may change.
 */
export const communeOffice: Office = {
  name: {
    vi: 'UBND xã Bình Phước Xuân – Trung tâm Phục vụ hành chính công',
    en: 'Bình Phước Xuân Commune – Public Administration Service Centre',
  },
  motto: { vi: 'Thân thiện – Trách nhiệm – Đúng hẹn', en: 'Friendly – Responsible – On time' },
  hotline: '1022',
  timeZone: 'Asia/Ho_Chi_Minh',
  hours: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
  specialDays: {},
  services: [
    {
      id: 'civil-status',
      letter: 'A',
      name: { vi: 'Hộ tịch – Chứng thực', en: 'Civil status – Certification' },
      dailyLimit: null,
      appointments: { slotMinutes: 30, perSlot: 2 },
      ...PLAIN,
    },
    {
      id: 'land',
      letter: 'B',
      name: { vi: 'Đất đai – Xây dựng', en: 'Land – Construction' },
      dailyLimit: null,
      appointments: { slotMinutes: 30, perSlot: 2 },
      ...PLAIN,
    },
    {
      id: 'social',
      letter: 'C',
      name: { vi: 'Lao động – Thương binh và Xã hội', en: 'Labour – War invalids – Social affairs' },
      dailyLimit: null,
      appointments: null,
      ...PLAIN,
    },
    {
      id: 'business',
      letter: 'D',
      name: { vi: 'Đăng ký kinh doanh', en: 'Business registration' },
      dailyLimit: null,
      appointments: null,
      ...PLAIN,
    },
    {
      id: 'results',
      letter: 'E',
      name: { vi: 'Nhận kết quả – Hồ sơ trực tuyến', en: 'Collect results – Online dossiers' },
      dailyLimit: null,
      appointments: null,
      ...PLAIN,
    },
  ],
  counters: [
    { id: 'counter-1', number: 1, services: ['civil-status', 'results'] },
    { id: 'counter-2', number: 2, services: ['civil-status', 'social'] },
    { id: 'counter-3', number: 3, services: ['land', 'business'] },
    { id: 'counter-4', number: 4, services: ['social', 'business', 'results'] },
  ],
  ticketClasses: [
    { id: REGULAR, name: { vi: 'Công dân', en: 'Regular' }, weight: 1, ...BARE },
    { id: 'elderly', name: { vi: 'Người cao tuổi (từ 60 tuổi)', en: 'Elderly (60 and over)' }, weight: 2, ...BARE },
    { id: 'disabled', name: { vi: 'Người khuyết tật', en: 'Person with a disability' }, weight: 2, ...BARE },
    {
      id: 'pregnant',
      name: { vi: 'Phụ nữ mang thai hoặc có con nhỏ', en: 'Pregnant or with a small child' },
      weight: 2,
      ...BARE,
    },
    {
      id: 'merit',
      name: { vi: 'Người có công với cách mạng', en: 'Person of merit to the revolution' },
      weight: 2,
      ...BARE,
    },
  ],
  rules: {
    lateReturnMinutes: 30,
    awayMinutes: 60,
    closingGraceMinutes: 60,
    dossiersPerTurn: 3,
    postponeMinutes: 30,
    burst: { tickets: 12, seconds: 60, pauseSeconds: 20 },
    bookableDays: 14,
    appointmentHeadStartMinutes: 30,
    appointmentLateMinutes: 10,
    printMaxAgeMinutes: 3,
    ratingIntervalSeconds: 5,
    ratingLevels: 5,
  },
  publicAddress: null,
  printer: { address: 'preview', paperWidthMm: 80 },
  ticket: { form: 'full' },
  rating: { order: 'worst-first' },
  voice: { languages: ['vi', 'en'], style: 'digits', dialect: 'south', repeat: false },
  look: { accent: '#f5b700', logo: null },
  kiosks: [{ id: 'entrance', name: { vi: 'Lối vào', en: 'Entrance' }, slot: 'below' }],
  screens: [
    {
      id: 'hall',
      name: { vi: 'Sảnh chờ', en: 'Waiting hall' },
      services: 'all',
      orientation: 'auto',
      calls: 'left',
      theme: 'light',
      darkHours: null,
      diagonalInches: 50,
      viewingDistanceMeters: 8,
    },
  ],
  notices: [
    {
      id: 'priority',
      kind: 'text',
      text: {
        vi: 'Người cao tuổi, người khuyết tật, phụ nữ mang thai, người có công: xin chọn ô ưu tiên khi lấy số.',
        en: 'Elderly, disabled or pregnant visitors and people of merit: please choose priority when taking a ticket.',
      },
      ...always,
    },
    {
      id: 'papers',
      kind: 'text',
      text: {
        vi: 'Xin chuẩn bị sẵn giấy tờ tùy thân và hồ sơ trước khi đến lượt.',
        en: 'Please have your identity papers and dossier ready before your turn.',
      },
      ...always,
    },
    {
      id: 'rating',
      kind: 'text',
      text: {
        vi: 'Khi ra về, xin vui lòng đánh giá mức độ hài lòng tại màn hình ở cửa ra.',
        en: 'On your way out, please rate our service on the screen at the exit.',
      },
      ...always,
    },
  ],
  speakNotices: false,
};
