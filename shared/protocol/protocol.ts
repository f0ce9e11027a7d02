/**
 * Every socket event by name, in both directions. A page connects to the namespace of its audience and gets `hello`, then its
 * complete view at once and after each change, in the two parts of `view-parts.ts`. Each request is acknowledged with a `Result`.
 */
import type { GenericSchema, InferInput } from 'valibot';
import type { EpochMs } from '../time.ts';
import type { Result } from './rejections.ts';
import type {
  appointmentRequests,
  burstRequests,
  checkIn,
  counterRequests,
  findAppointment,
  findTicket,
  issueTicket,
  phoneRequests,
  printRequests,
  rateVisit,
  screenRequests,
  supervisorRequests,
  takeBackVote,
  ticketRequests,
} from './requests.ts';
import type { BookedAppointment, FoundAppointment } from './views/appointments.ts';
import type { CounterView, DeskView } from './views/desk.ts';
import type { DisplayView } from './views/hall.ts';
import type { KioskView } from './views/kiosk.ts';
import type { HeldTicket, PhoneView } from './views/phone.ts';
import type { PreviewView } from './views/printer.ts';
import type { RatingView } from './views/rating.ts';
import type { IssuedTicket } from './views/ticket.ts';

/** To be raised by a change after which pages loaded before it cannot talk to the server any more. */
export const PROTOCOL_VERSION = 2;

/** What a page sends in the handshake (`auth`). */
export interface Handshake {
  protocol: number;
  /** The secret of a paired device; absent on the server's own machine and before pairing. */
  token?: string;
  /** The id of a ticket, for its page on the holder's telephone. */
  ticket?: string;
  /** The id of the screen, for a TV; without it the first screen. */
  screen?: string;
  /** The id of the kiosk, for a ticket kiosk; without it the first kiosk. */
  kiosk?: string;
  /** The number of the counter, for a counter's sign. */
  counter?: string;
  /** What the clock of the screen's own machine shows; those of signed-in desks tell whether the server's clock is right. */
  clock?: EpochMs;
}

/** The cookie with a paired screen's token, for `/voice` and `/notices` only: sound and video elements cannot send a header of our own. */
export const DEVICE_COOKIE = 'den-luot-device';

export interface Stamped<View> {
  /** The office's time, which screens show instead of their own clock. */
  at: EpochMs;
  /** Grows with each view until the server restarts; a page drops a view with a lower version than the one it has. */
  version: number;
  view: View;
}

/** A view as it travels; `view-parts.ts` splits and joins it. */
export interface ViewParts {
  /** What seldom changes. */
  steady: Record<string, unknown>;
  moving: Record<string, unknown>;
}

export interface ServerEvents {
  /** The first message of every connection. A page with another protocol or build reloads itself. */
  hello(message: { protocol: number; build: string }): void;
  /** The fields of the view that seldom change: all before the first `view`, later those that have changed, followed by a `view`. */
  steady(parts: ViewParts['steady']): void;
  /** The other part of the view. */
  view(message: Stamped<ViewParts['moving']>): void;
  /** A sign of life: the view has not changed. */
  alive(message: Pick<Stamped<unknown>, 'at'>): void;
  /** The screen is not paired: it shows the code until a supervisor accepts it at the desk. */
  pairing(message: { code: string }): void;
  /** The screen was accepted: it keeps the token and connects again with it. */
  paired(message: { token: string }): void;
}

type Schemas = Readonly<Record<string, GenericSchema>>;

/** `{open: schema}` under `counter` becomes `{'counter:open': (payload, ack)}`. */
type Requests<Table extends Schemas, Value, Prefix extends string = '', Extra = unknown> = {
  [Name in keyof Table & string as `${Prefix}${Name}`]: Request<InferInput<Table[Name]> & Extra, Value>;
};

export type Request<Payload, Value> = (payload: Payload, ack: (result: Result<Value>) => void) => void;

interface KioskRequests {
  'ticket:issue': Request<InferInput<typeof issueTicket>, IssuedTicket>;
  'ticket:find': Request<InferInput<typeof findTicket>, HeldTicket>;
  /** For a missed or away visitor who is back; a ticket in any other situation is not changed. Answers with the situation. */
  'ticket:return': Request<InferInput<typeof ticketRequests.return>, HeldTicket>;
  /** Whether that appointment can be used now, before the visitor is asked for a class. */
  'appointment:find': Request<InferInput<typeof findAppointment>, FoundAppointment>;
  'appointment:check-in': Request<InferInput<typeof checkIn>, IssuedTicket>;
}

interface AppointmentRequests {
  'appointment:book': Request<InferInput<typeof appointmentRequests.book>, BookedAppointment>;
  'appointment:cancel': Request<InferInput<typeof appointmentRequests.cancel>, null>;
}

interface RatingRequests {
  'ticket:find': Request<InferInput<typeof findTicket>, HeldTicket>;
  'visit:rate': Request<InferInput<typeof rateVisit>, null>;
  'visit:take-back': Request<InferInput<typeof takeBackVote>, null>;
}

type DeskRequests = AppointmentRequests &
  Requests<typeof counterRequests, CounterView, 'counter:', { counterId: string }> &
  Requests<typeof ticketRequests, null, 'ticket:'> &
  Requests<typeof printRequests, null, 'print:'> &
  Requests<typeof burstRequests, null, 'burst:'> &
  Requests<typeof screenRequests, null, 'screen:'> &
  Requests<typeof supervisorRequests, null>;

type PhoneRequests = Requests<typeof phoneRequests, null>;

export interface Audiences {
  kiosk: { view: KioskView; requests: KioskRequests };
  display: { view: DisplayView; requests: Record<never, never> };
  desk: { view: DeskView; requests: DeskRequests };
  rating: { view: RatingView; requests: RatingRequests };
  phone: { view: PhoneView; requests: PhoneRequests };
  printer: { view: PreviewView; requests: Record<never, never> };
}
export type Audience = keyof Audiences;
