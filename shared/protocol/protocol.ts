/**
 * Every socket event by name, both directions. A screen connects to the namespace of its audience, gets `hello`, then its
 * whole view at once and after each change. Each request is acknowledged with a `Result`.
 */
import type { GenericSchema, InferInput } from 'valibot';
import type { EpochMs } from '../time.ts';
import type { Result } from './rejections.ts';
import type {
  appointmentRequests,
  burstRequests,
  checkIn,
  counterRequests,
  findTicket,
  issueTicket,
  phoneRequests,
  printRequests,
  rateVisit,
  supervisorRequests,
  ticketRequests,
} from './requests.ts';
import type { BookedAppointment } from './views/appointments.ts';
import type { CounterView, DeskView, DisplayView } from './views/hall.ts';
import type { KioskView } from './views/kiosk.ts';
import type { HeldTicket, PhoneView } from './views/phone.ts';
import type { PreviewView } from './views/preview.ts';
import type { RatingView } from './views/rating.ts';
import type { IssuedTicket } from './views/ticket.ts';

/** Raised when an old page could no longer talk to a new server. */
export const PROTOCOL_VERSION = 1;

/** What a page sends in the handshake (`auth`). */
export interface Handshake {
  protocol: number;
  /** The secret of a paired device; absent on the same machine and before pairing. */
  token?: string;
  /** The id of a ticket: whoever holds it may look at it by telephone. */
  ticket?: string;
  /** The id of the screen that a TV is; the first one without it. */
  screen?: string;
  /** The number of the counter whose sign this is. */
  counter?: string;
}

/** A paired screen's token for what its elements load, such as sound and videos: they send no header of ours. Set for `/voice` and `/notices` only. */
export const DEVICE_COOKIE = 'den-luot-device';

export interface Stamped<View> {
  /** The office's clock. Screens show this clock, not their own. */
  at: EpochMs;
  /** Grows with each view of one server run; an older one that arrives late is dropped. */
  version: number;
  view: View;
}

export interface ServerEvents<View> {
  /** First message on every connect. A page with another protocol or build reloads itself. */
  hello(message: { protocol: number; build: string }): void;
  view(message: Stamped<View>): void;
  /** This screen is not paired: show the code until a supervisor accepts it on the desk. */
  pairing(message: { code: string }): void;
  /** Accepted. Keep the token and connect again with it. */
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
  /** For a missed or away visitor who is back; whoever is back already is only told where they stand. */
  'ticket:return': Request<InferInput<typeof ticketRequests.return>, HeldTicket>;
  'appointment:check-in': Request<InferInput<typeof checkIn>, IssuedTicket>;
}

interface AppointmentRequests {
  'appointment:book': Request<InferInput<typeof appointmentRequests.book>, BookedAppointment>;
  'appointment:cancel': Request<InferInput<typeof appointmentRequests.cancel>, null>;
}

interface RatingRequests {
  'ticket:find': Request<InferInput<typeof findTicket>, HeldTicket>;
  'visit:rate': Request<InferInput<typeof rateVisit>, null>;
}

type DeskRequests = AppointmentRequests &
  Requests<typeof counterRequests, CounterView, 'counter:', { counterId: string }> &
  Requests<typeof ticketRequests, null, 'ticket:'> &
  Requests<typeof printRequests, null, 'print:'> &
  Requests<typeof burstRequests, null, 'burst:'> &
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
