/** Everything this page asks of the office, one request at a time. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { InferInput } from 'valibot';
import { type Connection, newRequestId } from '../../shared/client/connection.ts';
import type { ClassId, ServiceId } from '../../shared/office/office.ts';
import type { Rejection, Result } from '../../shared/protocol/rejections.ts';
import type { supervisorRequests, ticketRequests } from '../../shared/protocol/requests.ts';
import type { BookedAppointment } from '../../shared/protocol/views/appointments.ts';
import type { DurationMs, EpochMs } from '../../shared/time.ts';
import type { Step } from './steps.ts';

export type NewPerson = Omit<InferInput<(typeof supervisorRequests)['staff:add']>, 'requestId'>;
/** Steps that need nothing but the counter. */
type PlainStep = Exclude<Step, 'transfer' | 'pause'> | 'open';

/** What needs nothing but the ticket. */
type PlainVerb = Exclude<keyof typeof ticketRequests, 'settle-class'>;

/** `refusal` says why it was refused. Unanswered: another request was under way, or nothing came back. */
export type Outcome = 'accepted' | 'refused' | 'unanswered';

export interface Orders {
  /** A request is under way: until its answer every other press is ignored. */
  busy: ReadonlySignal<boolean>;
  /** It has been under way for so long that somebody wonders. */
  slow: ReadonlySignal<boolean>;
  /** The last refusal, until the next press. */
  refusal: Signal<Rejection | null>;
  step(counterId: string, step: PlainStep): Promise<Outcome>;
  call(counterId: string, ticketId: string, reason: string): Promise<Outcome>;
  transfer(counterId: string, serviceId: string): Promise<Outcome>;
  pause(counterId: string, reason: string, minutes: number | null): Promise<Outcome>;
  ticket(verb: PlainVerb, ticketId: string): Promise<Outcome>;
  /** Confirms the class that was claimed, or puts another in its place. */
  settleClass(ticketId: string, ticketClass: ClassId): Promise<Outcome>;
  print(verb: 'reprint' | 'dismiss', jobId: number): Promise<Outcome>;
  dismissBurst(burstId: number): Promise<Outcome>;
  /** Null when it was refused. */
  book(serviceId: ServiceId, startsAt: EpochMs): Promise<BookedAppointment | null>;
  cancelAppointment(appointmentId: string): Promise<Outcome>;
  acceptDevice(code: string, name: string): Promise<Outcome>;
  revokeDevice(deviceId: string): Promise<Outcome>;
  addPerson(person: NewPerson): Promise<Outcome>;
  setPassword(staffId: string, password: string): Promise<Outcome>;
  removePerson(staffId: string): Promise<Outcome>;
}

/** On a LAN answers take a few milliseconds. */
const PATIENCE: DurationMs = 1_000;

export function createOrders(connection: Pick<Connection<'desk'>, 'request'>): Orders {
  const request = repeatable(connection.request);
  const busy = signal(false);
  const slow = signal(false);
  const refusal = signal<Rejection | null>(null);

  /** Null when it was not asked because another request is under way. */
  async function answerTo<Value>(ask: () => Promise<Result<Value>>): Promise<Result<Value> | null> {
    if (busy.value) return null;
    busy.value = true;
    refusal.value = null;
    const wondering = setTimeout(() => {
      slow.value = true;
    }, PATIENCE);
    try {
      const result = await ask();
      if (!result.ok) refusal.value = result.rejection;
      return result;
    } finally {
      clearTimeout(wondering);
      slow.value = false;
      busy.value = false;
    }
  }

  async function alone(ask: () => Promise<Result<unknown>>): Promise<Outcome> {
    const result = await answerTo(ask);
    if (result?.ok) return 'accepted';
    return !result || result.rejection.code === 'ConnectionLost' ? 'unanswered' : 'refused';
  }

  return {
    busy,
    slow,
    refusal,
    step: (counterId, step) =>
      alone(async () => {
        if (step !== 'finish-and-call') {
          return request(`counter:${step}`, { counterId, requestId: newRequestId() });
        }
        const finished = await request('counter:finish', { counterId, requestId: newRequestId() });
        if (!finished.ok) return finished;
        const called = await request('counter:call-next', { counterId, requestId: newRequestId() });
        // The view says it as well, and the last visitor of a morning is no reason for an alarm.
        return !called.ok && called.rejection.code === 'NobodyWaiting' ? finished : called;
      }),
    call: (counterId, ticketId, reason) =>
      alone(() => request('counter:call', { counterId, ticketId, reason, requestId: newRequestId() })),
    transfer: (counterId, serviceId) =>
      alone(() => request('counter:transfer', { counterId, serviceId, requestId: newRequestId() })),
    pause: (counterId, reason, minutes) =>
      alone(() => request('counter:pause', { counterId, reason, minutes, requestId: newRequestId() })),
    ticket: (verb, ticketId) => alone(() => request(`ticket:${verb}`, { ticketId, requestId: newRequestId() })),
    settleClass: (ticketId, ticketClass) =>
      alone(() => request('ticket:settle-class', { ticketId, ticketClass, requestId: newRequestId() })),
    print: (verb, jobId) => alone(() => request(`print:${verb}`, { jobId, requestId: newRequestId() })),
    dismissBurst: (burstId) => alone(() => request('burst:dismiss', { burstId, requestId: newRequestId() })),
    book: async (serviceId, startsAt) => {
      const answer = await answerTo(() =>
        request('appointment:book', { serviceId, startsAt, requestId: newRequestId() }),
      );
      return answer?.ok ? answer.value : null;
    },
    cancelAppointment: (appointmentId) =>
      alone(() => request('appointment:cancel', { appointmentId, requestId: newRequestId() })),
    acceptDevice: (code, name) => alone(() => request('device:accept', { code, name, requestId: newRequestId() })),
    revokeDevice: (deviceId) => alone(() => request('device:revoke', { deviceId, requestId: newRequestId() })),
    addPerson: (person) => alone(() => request('staff:add', { ...person, requestId: newRequestId() })),
    setPassword: (staffId, password) =>
      alone(() => request('staff:password', { staffId, password, requestId: newRequestId() })),
    removePerson: (staffId) => alone(() => request('staff:remove', { staffId, requestId: newRequestId() })),
  };
}

/** An order that nobody answered may have been carried out: pressed again, it keeps its id. */
function repeatable(request: Connection<'desk'>['request']): Connection<'desk'>['request'] {
  let unanswered = { order: '', requestId: '' };
  return async (name, payload) => {
    const order = JSON.stringify([name, { ...payload, requestId: '' }]);
    const sent = unanswered.order === order ? { ...payload, requestId: unanswered.requestId } : payload;
    const result = await request(name, sent);
    const lost = !result.ok && result.rejection.code === 'ConnectionLost';
    unanswered = lost ? { order, requestId: sent.requestId } : { order: '', requestId: '' };
    return result;
  };
}
