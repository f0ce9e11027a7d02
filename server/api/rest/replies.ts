/** What the API answers, as schemas: OpenAPI is made from them and the tests hold each answer against them. */
import * as v from 'valibot';
import type { Counter, Service, TicketClass } from '../../../shared/office/office.ts';
import type {
  AppointmentSlot,
  AppointmentView,
  BookedAppointment,
} from '../../../shared/protocol/views/appointments.ts';
import type {
  CounterView,
  DisplayView,
  Estimate,
  Health,
  OfficeHead,
  Opening,
  StaffRole,
} from '../../../shared/protocol/views/hall.ts';
import type { IssuedTicket, TicketView } from '../../../shared/protocol/views/ticket.ts';
import type { VoiceView } from '../../../shared/protocol/views/voice.ts';
import type { Envelope } from '../../queue/events.ts';

export const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const instant = v.pipe(v.number(), v.integer(), v.description('Milliseconds since 1970-01-01 UTC'));
export const text = v.strictObject({ vi: v.string(), en: v.string() });
const counterState = v.picklist(['closed', 'open', 'paused']);
const estimate = v.pipe(
  v.strictObject({ fromMinutes: whole, toMinutes: whole }),
  v.description('Range of the wait; null when too little is known'),
) satisfies v.GenericSchema<Estimate>;

export const health = v.strictObject({
  status: v.picklist(['ok', 'degraded', 'unavailable']),
  storage: v.picklist(['ok', 'unavailable']),
  clock: v.picklist(['ok', 'behind']),
  printer: v.picklist(['ok', 'paper-low', 'paper-out', 'cover-open', 'error', 'unreachable']),
}) satisfies v.GenericSchema<Health & { status: string }>;

const opening = v.variant('state', [
  v.strictObject({ state: v.literal('open'), until: v.nullable(instant) }),
  v.strictObject({ state: v.literal('break'), opensAt: instant }),
  v.strictObject({ state: v.literal('closed'), opensAt: v.nullable(instant) }),
]) satisfies v.GenericSchema<Opening>;

const look = v.strictObject({
  accent: v.pipe(v.string(), v.description('#rrggbb')),
  logo: v.pipe(v.nullable(v.string()), v.description('Address on this server')),
});
const head = { name: text, motto: text, hotline: v.string(), timeZone: v.string(), look };
const officeHead = v.strictObject(head) satisfies v.GenericSchema<OfficeHead>;

interface OfficeReply extends OfficeHead {
  opening: Opening;
  services: Pick<Service, 'id' | 'letter' | 'name'>[];
  counters: Counter[];
  ticketClasses: Pick<TicketClass, 'id' | 'name'>[];
}

export const office = v.strictObject({
  ...head,
  opening,
  services: v.array(v.strictObject({ id: v.string(), letter: v.string(), name: text })),
  counters: v.array(v.strictObject({ id: v.string(), number: whole, services: v.array(v.string()) })),
  ticketClasses: v.array(v.strictObject({ id: v.string(), name: text })),
}) satisfies v.GenericSchema<OfficeReply>;

export const me = v.strictObject({
  id: v.string(),
  userName: v.string(),
  name: v.string(),
  role: v.picklist(['clerk', 'supervisor']) satisfies v.GenericSchema<StaffRole>,
});

export const issued = v.strictObject({
  id: v.string(),
  number: v.string(),
  serviceId: v.string(),
  dossiers: whole,
  ahead: v.pipe(whole, v.description('Visitors of the same service who will be called before this one')),
  estimate: v.nullable(estimate),
  issuedAt: instant,
  appointmentAt: v.pipe(v.nullable(instant), v.description('Null for whoever did not book')),
  notBefore: v.pipe(
    v.nullable(instant),
    v.description('When the session begins that it was taken for; null for this one'),
  ),
}) satisfies v.GenericSchema<IssuedTicket>;

const status = v.picklist(['waiting', 'called', 'serving', 'done', 'missed', 'away', 'withdrawn', 'expired']);

export const ticket = v.strictObject({
  id: v.string(),
  number: v.string(),
  serviceId: v.string(),
  status,
  ahead: v.pipe(v.nullable(whole), v.description('Null unless the ticket waits to be called now')),
  estimate: v.nullable(estimate),
  counter: v.pipe(v.nullable(whole), v.description('Number of the counter where the ticket is called or served')),
  notBefore: v.pipe(v.nullable(instant), v.description('Its holder asked not to be called before that moment')),
}) satisfies v.GenericSchema<TicketView>;

const current = {
  id: v.string(),
  number: v.string(),
  serviceId: v.string(),
  classId: v.string(),
  classConfirmed: v.boolean(),
  dossiers: whole,
  arrivedAt: v.pipe(instant, v.description('When the visitor came')),
  appointmentAt: v.nullable(instant),
  calledAt: instant,
};

const pausedUntil = v.pipe(v.nullable(instant), v.description('When the clerk means to be back, if they said so'));

export const counter = v.strictObject({
  id: v.string(),
  number: whole,
  services: v.array(v.string()),
  state: counterState,
  clerk: v.nullable(v.strictObject({ id: v.string(), name: v.string() })),
  pauseReason: v.nullable(v.string()),
  pausedUntil,
  current: v.nullable(
    v.variant('status', [
      v.strictObject({ ...current, status: v.literal('called'), recalls: whole }),
      v.strictObject({ ...current, status: v.literal('serving'), startedAt: instant }),
    ]),
  ),
  waiting: v.pipe(whole, v.description('Tickets this counter may call')),
}) satisfies v.GenericSchema<CounterView>;

const share = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));
export const layout = {
  orientation: v.picklist(['auto', 'landscape', 'portrait']),
  calls: v.picklist(['left', 'below']),
};
const boardNotice = { id: v.string(), text, seconds: whole };

export const board = v.strictObject({
  office: officeHead,
  layout: v.strictObject(layout),
  opening,
  health: v.omit(health, ['status']),
  calls: v.array(
    v.strictObject({
      number: v.string(),
      counterNumber: whole,
      calledAt: instant,
      status: v.picklist(['called', 'serving']),
    }),
  ),
  announcements: v.array(
    v.strictObject({
      id: whole,
      day: v.string(),
      at: instant,
      number: v.string(),
      counterNumber: whole,
      recall: v.boolean(),
    }),
  ),
  services: v.array(
    v.strictObject({ id: v.string(), letter: v.string(), name: text, waiting: whole, openCounters: whole }),
  ),
  counters: v.array(
    v.strictObject({
      number: whole,
      services: v.array(v.string()),
      state: v.pipe(
        v.picklist(['closed', 'open', 'paused', 'busy']),
        v.description('Busy with a visitor whom this screen does not show'),
      ),
      pausedUntil,
      current: v.nullable(v.string()),
    }),
  ),
  satisfaction: v.strictObject({
    ratings: whole,
    satisfied: share,
    levels: v.array(whole),
    anonymous: whole,
    visits: whole,
    month: v.strictObject({ ratings: whole, satisfied: share, visits: whole }),
  }),
  notices: v.array(
    v.variant('kind', [
      v.strictObject({ ...boardNotice, kind: v.picklist(['text', 'ticker']) }),
      v.strictObject({ ...boardNotice, kind: v.picklist(['picture', 'video']), src: v.string() }),
    ]),
  ),
  speakNotices: v.boolean(),
  voice: v.strictObject({ languages: v.array(v.string()), repeat: v.boolean() }),
}) satisfies v.GenericSchema<DisplayView>;

export const voice = v.strictObject({
  voice: v.strictObject({
    languages: v.array(v.string()),
    style: v.picklist(['digits', 'whole']),
    dialect: v.picklist(['north', 'south']),
    repeat: v.boolean(),
  }),
  folder: v.pipe(v.string(), v.description("For the office's own recordings: <folder>/<language>/<id>.wav")),
  languages: v.array(
    v.strictObject({
      language: v.string(),
      clips: v.array(
        v.strictObject({
          id: v.string(),
          words: v.string(),
          source: v.nullable(v.picklist(['own', 'shipped', 'spelled'])),
          problem: v.nullable(v.picklist(['no-wav', 'other-format', 'too-long', 'unreadable'])),
        }),
      ),
    }),
  ),
}) satisfies v.GenericSchema<VoiceView>;

const booking = { id: v.string(), serviceId: v.string(), startsAt: instant, endsAt: instant };
const code = v.pipe(v.string(), v.description('Six digits that the visitor types at the kiosk'));

export const slots = v.array(
  v.strictObject({ startsAt: instant, endsAt: instant, free: v.pipe(whole, v.description('Places left')) }),
) satisfies v.GenericSchema<AppointmentSlot[]>;

export const booked = v.strictObject({ ...booking, code }) satisfies v.GenericSchema<BookedAppointment>;

export const bookings = v.array(
  v.strictObject({
    ...booking,
    code,
    status: v.picklist(['booked', 'arrived', 'cancelled']),
    number: v.pipe(v.nullable(v.string()), v.description('Of the ticket, once the visitor has come')),
  }),
) satisfies v.GenericSchema<AppointmentView[]>;

export const rating = v.strictObject({ level: whole });

/** Each type of fact has fields of its own beside these. */
export const event = v.object({
  seq: v.pipe(whole, v.minValue(1)),
  at: instant,
  by: v.string(),
  requestId: v.string(),
  type: v.string(),
}) satisfies v.GenericSchema<Envelope & { type: string }>;
