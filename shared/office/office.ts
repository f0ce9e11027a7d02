/** The description of an office: set-up stores it, and the core gets it at the start of a day and at each change. */
import type { Text } from '../language.ts';
import type { BusinessDay, Weekday } from '../time.ts';
import type { Pictogram } from './pictograms.ts';

export type ServiceId = string;
export type CounterId = string;
export type ClassId = string;
export type ClerkId = string;

/** Opening times in local wall-clock time, `07:30`; `24:00` ends a day. */
export interface Session {
  from: string;
  to: string;
}

/** The slots of a service that visitors may book, one after another within the opening hours. */
export interface AppointmentSlots {
  slotMinutes: number;
  /** How many visitors may book the same slot. */
  perSlot: number;
}

/** One field of work, with one letter and one queue. */
export interface Service {
  id: ServiceId;
  /** One capital letter, with which every ticket number of this service begins. */
  letter: string;
  name: Text;
  /** Tickets per day; null for no limit. */
  dailyLimit: number | null;
  /** Null for a service without appointments. */
  appointments: AppointmentSlots | null;
  /** Everyday examples in one line, for visitors who do not know the name of the service; null for none. */
  examples: Text | null;
  /** The picture of this service on the kiosk, always beside its name; null for its letter alone. */
  pictogram: Pictogram | null;
  /** For visitors who do not know which service they need: the kiosk offers it last, as a question. At most one per office. */
  informationDesk: boolean;
}

export interface Counter {
  id: CounterId;
  /** The number on the sign above the counter: 1, 2, 3 … */
  number: number;
  services: ServiceId[];
}

export interface TicketClass {
  id: ClassId;
  name: Text;
  /** Who has a right to this class, in one line such as "from 75 years"; null for none. */
  condition: Text | null;
  /** The picture of this class on the kiosk, always beside its name; null for none. */
  pictogram: Pictogram | null;
  /** How fast a waiting ticket of this class gains score: 1 for regular, 2 for priority by default. */
  weight: number;
}

/** The class that every office has; kiosks offer it last, as the "no" to the question of priority. */
export const REGULAR: ClassId = 'regular';

/** Detects a kiosk that issues more tickets than visitors can need: a person hoards numbers, or children play with it. */
export interface BurstRule {
  /** So many tickets within `seconds` are ordinary; the next one makes the kiosk pause. */
  tickets: number;
  seconds: number;
  pauseSeconds: number;
}

export interface OfficeRules {
  /** How long a missed visitor may come back without taking a new ticket. */
  lateReturnMinutes: number;
  /** How long a come-back slip puts its holder at the head of the same clerk's line. */
  awayMinutes: number;
  /** How long after the last session waiting tickets can still be called before they expire. */
  closingGraceMinutes: number;
  /** How many dossiers one turn takes; a visitor with more waits again for the next turn. */
  dossiersPerTurn: number;
  /** By how many minutes at most a visitor may ask, once, to be called later. */
  postponeMinutes: number;
  /** When a kiosk pauses and alarms staff; null for never. */
  burst: BurstRule | null;
  /** How many days after today visitors may book. */
  bookableDays: number;
  /** A visitor who comes on time for an appointment waits as if having come so long before it. */
  appointmentHeadStartMinutes: number;
  /** A visitor who comes later than this after the appointment waits like one without an appointment. */
  appointmentLateMinutes: number;
  /** A ticket that is not printed within this time is not printed any more, because its visitor has left the kiosk. */
  printMaxAgeMinutes: number;
  /** Pause between two votes from the same rating pad. */
  ratingIntervalSeconds: number;
  ratingLevels: 3 | 5;
}

export interface Printer {
  /** `preview`, `tcp://host:9100`, `printer:NAME`, or the path of a device file such as `/dev/usb/lp0`. */
  address: string;
  paperWidthMm: 58 | 80;
}

/** The printed tickets. */
export interface TicketPaper {
  /** `short` leaves out all that a visitor can read on the phone page too, and takes about a third of the paper. */
  form: 'full' | 'short';
}

/** The rating pad, and the faces wherever else they stand. */
export interface Rating {
  /**
   * In which order the faces stand on every screen. An office keeps its order, because people choose the first face more often and the
   * figures of different months must be comparable.
   */
  order: 'best-first' | 'worst-first';
}

/** How calls are spoken in the hall. */
export interface Voice {
  /** Spoken in this order: `vi`, `en`, or a folder of the office's own recordings such as `km`. Empty for the chime only. */
  languages: string[];
  /** `A012` is "A không một hai" or "A mười hai". */
  style: 'digits' | 'whole';
  /** `north` says linh, nghìn and hai mươi tư, `south` lẻ, ngàn and hai mươi bốn; each has its own shipped clips. */
  dialect: 'north' | 'south';
  /** Whether each call is spoken a second time when no other call waits to be spoken. */
  repeat: boolean;
}

/** One kiosk of the office, at `/kiosk/<id>`; the first one also at `/kiosk`. */
export interface Kiosk {
  id: string;
  /** The name for staff, such as the place where it stands. */
  name: Text;
  /** Where the paper comes out, seen from the screen: the arrow after printing points there. */
  slot: 'below' | 'left' | 'right';
}

/** The kiosks of a new office. */
export const FIRST_KIOSKS: Office['kiosks'] = [
  { id: 'entrance', name: { vi: 'Lối vào', en: 'Entrance' }, slot: 'below' },
];

/** One TV of the office, at `/display/<id>`; the first one also at `/display`. The signs of counters are not listed in set-up. */
export interface HallScreen {
  id: string;
  /** The name for staff, such as the place where it hangs. */
  name: Text;
  /** The services whose calls, waiting figures and counters it shows and speaks. */
  services: 'all' | ServiceId[];
  /** `auto` follows the browser. If it differs from the browser's, the picture is turned by 90°, for a TV mounted in portrait. */
  orientation: 'auto' | 'landscape' | 'portrait';
  /** Where the list of calls is, seen from the large number; on a portrait screen always below. */
  calls: 'left' | 'below';
  /** `dark` for a hall without daylight. */
  theme: 'light' | 'dark';
  /** The hours of each day at which a light screen is dark too; null for none. They may end on the next day: 17:00 to 07:00. */
  darkHours: Session | null;
  diagonalInches: number;
  /** Distance from the screen to the last row of seats. */
  viewingDistanceMeters: number;
}

/** The screens of a new office: one TV that shows all services. */
export const FIRST_SCREENS: Office['screens'] = [
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
];

/** The office's own look on its screens. */
export interface OfficeLook {
  /** The accent colour, `#rrggbb`; gold by default. */
  accent: string;
  /** The path of a file within the data folder; null for none. */
  logo: string | null;
}

export const FIRST_LOOK: OfficeLook = { accent: '#f5b700', logo: null };

/** A notice that TVs show between calls, within its dates and hours. */
export type Notice = NoticeSchedule & ({ kind: 'text' | 'ticker' } | NoticeMedia);

export interface NoticeMedia {
  kind: 'picture' | 'video';
  /** The name of a file in the folder `notices` of the data folder. */
  file: string;
}

interface NoticeSchedule {
  id: string;
  /** The notice itself; for a picture or a video its content in words, for people who cannot see it. */
  text: Text;
  /** The first and the last day; null for no limit. */
  from: BusinessDay | null;
  until: BusinessDay | null;
  /** The hours of each day; null for all day. */
  hours: Session | null;
  /** How long it is shown; a shorter video ends earlier. */
  seconds: number;
}

export interface Office {
  name: Text;
  motto: Text;
  /** Telephone number for complaints and questions, shown on every screen. */
  hotline: string;
  /** IANA name, e.g. `Asia/Ho_Chi_Minh`. */
  timeZone: string;
  hours: Record<Weekday, Session[]>;
  /** Days that differ from the week's hours: holidays (no session) and make-up working days. */
  specialDays: Record<BusinessDay, Session[]>;
  services: Service[];
  counters: Counter[];
  ticketClasses: TicketClass[];
  rules: OfficeRules;
  /** The address of this server for telephones outside the LAN, `https://host`; null when it is available in the LAN only. */
  publicAddress: string | null;
  printer: Printer;
  ticket: TicketPaper;
  rating: Rating;
  voice: Voice;
  look: OfficeLook;
  kiosks: [Kiosk, ...Kiosk[]];
  screens: [HallScreen, ...HallScreen[]];
  notices: Notice[];
  /** Whether TVs that have a speech synthesiser read the notices of the kind `text` aloud while no call is spoken. */
  speakNotices: boolean;
}

/**
 * Whether a counter of the office serves the service, be it open or not. Without one its tickets could never be called by the rule, so
 * none is issued.
 */
export function isServed({ counters }: Pick<Office, 'counters'>, serviceId: ServiceId): boolean {
  return counters.some(({ services }) => services.includes(serviceId));
}

/** `A` and 12 give `A012`; the thousandth ticket is `A1000`. */
export function ticketNumber(letter: string, ordinal: number): string {
  return letter + String(ordinal).padStart(3, '0');
}

/**
 * How many dossiers of a visitor are served in one turn. A visitor with more waits again for the next turn, so that one person with
 * thirty dossiers does not keep the others waiting all morning.
 */
export function dossiersThisTurn({ dossiersPerTurn }: Pick<OfficeRules, 'dossiersPerTurn'>, dossiers: number): number {
  return Math.min(dossiers, dossiersPerTurn);
}
