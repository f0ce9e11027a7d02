import {
  FIRST_KIOSKS,
  FIRST_LOOK,
  FIRST_SCREENS,
  type Office,
  REGULAR,
  type Session,
} from '../../shared/office/office.ts';
import type { EpochMs } from '../../shared/time.ts';

/** A Monday. */
export const TODAY = '2026-11-23';

const workday: Session[] = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const text = (words: string) => ({ vi: words, en: words });

const PLAIN = { examples: null, pictogram: null, informationDesk: false };

export const ordinaryOffice: Office = {
  name: text('UBND xã'),
  motto: text('Thân thiện'),
  hotline: '1022',
  timeZone: 'Asia/Ho_Chi_Minh',
  hours: { mon: workday, tue: workday, wed: workday, thu: workday, fri: workday, sat: [], sun: [] },
  specialDays: {},
  services: [
    {
      id: 'civil',
      letter: 'A',
      name: text('Hộ tịch'),
      dailyLimit: null,
      appointments: { slotMinutes: 30, perSlot: 2 },
      ...PLAIN,
    },
    { id: 'land', letter: 'B', name: text('Đất đai'), dailyLimit: null, appointments: null, ...PLAIN },
    { id: 'social', letter: 'C', name: text('Xã hội'), dailyLimit: null, appointments: null, ...PLAIN },
  ],
  counters: [
    { id: 'c1', number: 1, services: ['civil', 'land'] },
    { id: 'c2', number: 2, services: ['land', 'social'] },
    { id: 'c3', number: 3, services: ['civil'] },
  ],
  ticketClasses: [
    { id: REGULAR, name: text('Công dân'), condition: null, pictogram: null, weight: 1 },
    { id: 'elderly', name: text('Người cao tuổi'), condition: null, pictogram: null, weight: 2 },
  ],
  rules: {
    lateReturnMinutes: 30,
    awayMinutes: 60,
    closingGraceMinutes: 30,
    dossiersPerTurn: 3,
    postponeMinutes: 30,
    burst: null,
    bookableDays: 14,
    appointmentHeadStartMinutes: 30,
    appointmentLateMinutes: 10,
    printMaxAgeMinutes: 10,
    ratingIntervalSeconds: 10,
    ratingLevels: 5,
  },
  publicAddress: null,
  printer: { address: 'preview', paperWidthMm: 80 },
  voice: { languages: [], style: 'digits', dialect: 'north', repeat: false },
  ticket: { form: 'full' },
  rating: { order: 'worst-first' },
  look: FIRST_LOOK,
  kiosks: FIRST_KIOSKS,
  screens: FIRST_SCREENS,
  notices: [],
  speakNotices: false,
};

/** '08:15' or '08:15:30' of the Monday, or '2026-11-24 08:15', on the office's own clock. */
export function time(clock: string): EpochMs {
  const [day = '', hour = ''] = clock.includes(' ') ? clock.split(' ') : [TODAY, clock];
  return Date.parse(`${day}T${hour}+07:00`);
}
