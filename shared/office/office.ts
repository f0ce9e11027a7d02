/** The office's own description: what set-up holds and what the core is told at the start of a day. */
import type { Text } from '../language.ts';
import type { BusinessDay, Weekday } from '../time.ts';

export type ServiceId = string;
export type CounterId = string;
export type ClassId = string;
export type ClerkId = string;

/** Opening times in local wall-clock time, `07:30`; `24:00` ends a day. */
export interface Session {
  from: string;
  to: string;
}

/** Times of a service that visitors may book, one after another while the office is open. */
export interface AppointmentSlots {
  slotMinutes: number;
  /** Visitors who may book the same slot. */
  perSlot: number;
}

/** One field of work with one letter and one queue. */
export interface Service {
  id: ServiceId;
  /** One capital letter, the first sign of every ticket number of this service. */
  letter: string;
  name: Text;
  /** Tickets a day, or null for no limit. */
  dailyLimit: number | null;
  /** Null where nothing can be booked. */
  appointments: AppointmentSlots | null;
}

export interface Counter {
  id: CounterId;
  /** What the sign above the counter says: 1, 2, 3 … */
  number: number;
  services: ServiceId[];
}

export interface TicketClass {
  id: ClassId;
  name: Text;
  /** How fast a waiting ticket of this class gains score: 1 for regular, 2 for priority by default. */
  weight: number;
}

/** The class every office has; kiosks offer it first. */
export const REGULAR: ClassId = 'regular';

/** More tickets from one kiosk than people can have pressed: somebody hoards numbers, or children play. */
export interface BurstRule {
  /** So many within so many seconds are ordinary; the next one makes the kiosk pause. */
  tickets: number;
  seconds: number;
  pauseSeconds: number;
}

export interface OfficeRules {
  /** How long a missed visitor may come back without taking a new ticket. */
  lateReturnMinutes: number;
  /** How long a come-back slip puts its holder at the head of the same clerk's line. */
  awayMinutes: number;
  /** How long after the last session leftovers stay callable before they expire. */
  closingGraceMinutes: number;
  /** Dossiers that one turn takes; whoever brings more waits again for the next turn. */
  dossiersPerTurn: number;
  /** How much later a visitor may ask to be called, once. */
  postponeMinutes: number;
  /** What makes a kiosk pause and staff look; null for never. */
  burst: BurstRule | null;
  /** How many days after today can be booked. */
  bookableDays: number;
  /** Whoever booked and comes on time waits as if they had come so long before their time. */
  appointmentHeadStartMinutes: number;
  /** Whoever comes later than this after their time waits like everybody else. */
  appointmentLateMinutes: number;
  /** A ticket not printed within this time is abandoned: nobody stands at the kiosk any more. */
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

/** How calls are spoken in the hall. */
export interface Voice {
  /** In this order: `vi`, `en`, or a folder of the office's own recordings such as `km`. None: the chime alone. */
  languages: string[];
  /** `A012` is "A không một hai" or "A mười hai". */
  style: 'digits' | 'whole';
  /** linh and nghìn, or lẻ and ngàn. */
  dialect: 'north' | 'south';
  /** Each call is said a second time, unless others wait to be called. */
  repeat: boolean;
}

/** One TV of the office. The first is `/display`, each also `/display/<id>`; signs of counters are no screens of set-up. */
export interface HallScreen {
  id: string;
  /** What staff call it: where it hangs. */
  name: Text;
  /** Whose calls, waiting figures and counters it shows and speaks. */
  services: 'all' | ServiceId[];
  /** `auto` follows the browser; another than the browser's own turns the picture by 90°, for a TV that hangs on its side. */
  orientation: 'auto' | 'landscape' | 'portrait';
  /** Where the list of calls stands, seen from the large number; an upright screen has room for it below only. */
  calls: 'left' | 'below';
  diagonalInches: number;
  /** From the screen to the last row of seats. */
  viewingDistanceMeters: number;
}

/** What a new office begins with: one TV that shows everything. */
export const FIRST_SCREENS: Office['screens'] = [
  {
    id: 'hall',
    name: { vi: 'Sảnh chờ', en: 'Waiting hall' },
    services: 'all',
    orientation: 'auto',
    calls: 'left',
    diagonalInches: 50,
    viewingDistanceMeters: 8,
  },
];

/** What makes the screens those of this office. */
export interface OfficeLook {
  /** `#rrggbb` in place of the gold. */
  accent: string;
  /** A file in the data folder; null for none. */
  logo: string | null;
}

export const FIRST_LOOK: OfficeLook = { accent: '#f5b700', logo: null };

/** What the TV tells between calls, while its dates and hours last. */
export type Notice = NoticeSchedule & ({ kind: 'text' | 'ticker' } | NoticeMedia);

/** A file in the folder `notices` of the data folder. */
export interface NoticeMedia {
  kind: 'picture' | 'video';
  file: string;
}

interface NoticeSchedule {
  id: string;
  /** Of a picture or a video: what it says, for whoever cannot see it. */
  text: Text;
  /** The first and the last day; null for no such bound. */
  from: BusinessDay | null;
  until: BusinessDay | null;
  /** Within each day; null for all day. */
  hours: Session | null;
  /** How long it stays; a video ends sooner by itself. */
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
  /** Days that differ from the week's hours: holidays (no session), make-up Saturdays. */
  specialDays: Record<BusinessDay, Session[]>;
  services: Service[];
  counters: Counter[];
  ticketClasses: TicketClass[];
  rules: OfficeRules;
  /** Where telephones outside the LAN find this server, `https://host`; null when only the LAN may. */
  publicAddress: string | null;
  printer: Printer;
  voice: Voice;
  look: OfficeLook;
  screens: [HallScreen, ...HallScreen[]];
  notices: Notice[];
  /** Texts among the notices are read aloud by the TV's own voice, where it has one and nobody is called. */
  speakNotices: boolean;
}

/** `A` and 12 give `A012`; the thousandth ticket is `A1000`. */
export function ticketNumber(letter: string, ordinal: number): string {
  return letter + String(ordinal).padStart(3, '0');
}

/**
 * How many dossiers a visitor is served in one turn: with dossiers of others a few at a time, then they wait again, so that one person
 * with thirty dossiers does not keep single visitors waiting all morning.
 */
export function dossiersThisTurn({ dossiersPerTurn }: Pick<OfficeRules, 'dossiersPerTurn'>, dossiers: number): number {
  return Math.min(dossiers, dossiersPerTurn);
}
