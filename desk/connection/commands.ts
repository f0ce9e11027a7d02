/** The commands that this page sends to the office, one at a time. */
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
/** Steps that need only the counter. */
type PlainStep = Exclude<Step, 'transfer' | 'pause'> | 'open';

/** Commands that need only the ticket. */
type PlainVerb = Exclude<keyof typeof ticketRequests, 'settle-class'>;

/** `refused`: the reason is in `refusal`. `unanswered`: another command was under way, or no answer came. */
export type Outcome = 'accepted' | 'refused' | 'unanswered';

export interface DeskCommands {
  /** A command is under way: until its answer every other one is ignored. */
  busy: ReadonlySignal<boolean>;
  /** A command has been under way for so long that its clerk needs a sign of it. */
  slow: ReadonlySignal<boolean>;
  /** The last refusal, until the next command. */
  refusal: Signal<Rejection | null>;
  /** `ticketId` is the visitor at the counter whom the clerk sees; the step is refused when another one is there by now. */
  step(counterId: string, step: PlainStep, ticketId?: string): Promise<Outcome>;
  call(counterId: string, ticketId: string, reason: string): Promise<Outcome>;
  transfer(counterId: string, serviceId: string, ticketId: string): Promise<Outcome>;
  pause(counterId: string, reason: string, minutes: number | null): Promise<Outcome>;
  ticket(verb: PlainVerb, ticketId: string): Promise<Outcome>;
  /** Confirms the class that the visitor claimed, or replaces it. */
  confirmPriority(ticketId: string, ticketClass: ClassId): Promise<Outcome>;
  print(verb: 'reprint' | 'dismiss', jobId: number): Promise<Outcome>;
  dismissBurst(burstId: number): Promise<Outcome>;
  dismissScreen(screenId: string): Promise<Outcome>;
  /** Null when it was refused. */
  book(serviceId: ServiceId, startsAt: EpochMs): Promise<BookedAppointment | null>;
  cancelAppointment(appointmentId: string): Promise<Outcome>;
  answerClock(questionId: number, trust: 'machine' | 'office'): Promise<Outcome>;
  acceptDevice(code: string, name: string): Promise<Outcome>;
  revokeDevice(deviceId: string): Promise<Outcome>;
  addPerson(person: NewPerson): Promise<Outcome>;
  setPassword(staffId: string, password: string): Promise<Outcome>;
  removePerson(staffId: string): Promise<Outcome>;
}

/** On a LAN answers take some milliseconds. */
const PATIENCE: DurationMs = 1_000;

export function createCommands(connection: Pick<Connection<'desk'>, 'request'>): DeskCommands {
  const request = repeatable(connection.request);
  const busy = signal(false);
  const slow = signal(false);
  const refusal = signal<Rejection | null>(null);

  /** Null when nothing was sent because another command is under way. */
  async function answerTo<Value>(ask: () => Promise<Result<Value>>): Promise<Result<Value> | null> {
    if (busy.value) return null;
    busy.value = true;
    refusal.value = null;
    const slowTimer = setTimeout(() => {
      slow.value = true;
    }, PATIENCE);
    try {
      const result = await ask();
      if (!result.ok) refusal.value = result.rejection;
      return result;
    } finally {
      clearTimeout(slowTimer);
      slow.value = false;
      busy.value = false;
    }
  }

  async function send(ask: () => Promise<Result<unknown>>): Promise<Outcome> {
    const result = await answerTo(ask);
    if (result?.ok) return 'accepted';
    return !result || result.rejection.code === 'ConnectionLost' ? 'unanswered' : 'refused';
  }

  return {
    busy,
    slow,
    refusal,
    step: (...step) => send(() => takeStep(request, ...step)),
    call: (counterId, ticketId, reason) =>
      send(() => request('counter:call', { counterId, ticketId, reason, requestId: newRequestId() })),
    transfer: (counterId, serviceId, ticketId) =>
      send(() => request('counter:transfer', { counterId, serviceId, ticketId, requestId: newRequestId() })),
    pause: (counterId, reason, minutes) =>
      send(() => request('counter:pause', { counterId, reason, minutes, requestId: newRequestId() })),
    ticket: (verb, ticketId) => send(() => request(`ticket:${verb}`, { ticketId, requestId: newRequestId() })),
    confirmPriority: (ticketId, ticketClass) =>
      send(() => request('ticket:settle-class', { ticketId, ticketClass, requestId: newRequestId() })),
    print: (verb, jobId) => send(() => request(`print:${verb}`, { jobId, requestId: newRequestId() })),
    dismissBurst: (burstId) => send(() => request('burst:dismiss', { burstId, requestId: newRequestId() })),
    dismissScreen: (screenId) => send(() => request('screen:dismiss', { screenId, requestId: newRequestId() })),
    book: async (serviceId, startsAt) => {
      const answer = await answerTo(() =>
        request('appointment:book', { serviceId, startsAt, requestId: newRequestId() }),
      );
      return answer?.ok ? answer.value : null;
    },
    cancelAppointment: (appointmentId) =>
      send(() => request('appointment:cancel', { appointmentId, requestId: newRequestId() })),
    answerClock: (questionId, trust) =>
      send(() => request('clock:answer', { questionId, trust, requestId: newRequestId() })),
    acceptDevice: (code, name) => send(() => request('device:accept', { code, name, requestId: newRequestId() })),
    revokeDevice: (deviceId) => send(() => request('device:revoke', { deviceId, requestId: newRequestId() })),
    addPerson: (person) => send(() => request('staff:add', { ...person, requestId: newRequestId() })),
    setPassword: (staffId, password) =>
      send(() => request('staff:password', { staffId, password, requestId: newRequestId() })),
    removePerson: (staffId) => send(() => request('staff:remove', { staffId, requestId: newRequestId() })),
  };
}

async function takeStep(
  request: Connection<'desk'>['request'],
  ...[counterId, step, ticketId]: Parameters<DeskCommands['step']>
): Promise<Result<unknown>> {
  if (isCounterStep(step)) return request(`counter:${step}`, { counterId, requestId: newRequestId() });
  const visitor = { counterId, ...(ticketId !== undefined && { ticketId }) };
  if (step !== 'finish-and-call') return request(`counter:${step}`, { ...visitor, requestId: newRequestId() });
  const finished = await request('counter:finish', { ...visitor, requestId: newRequestId() });
  if (!finished.ok) return finished;
  const called = await request('counter:call-next', { counterId, requestId: newRequestId() });
  // An empty line after the last visitor is normal, and the view shows it.
  return !called.ok && called.rejection.code === 'NobodyWaiting' ? finished : called;
}

/** Steps of the counter itself; all others are for the visitor who is there. */
type CounterStep = 'open' | 'call-next' | 'resume' | 'close';

function isCounterStep(step: PlainStep): step is CounterStep {
  return step === 'open' || step === 'call-next' || step === 'resume' || step === 'close';
}

/** A command without an answer may have been carried out: when it is sent again, it keeps its request id. */
function repeatable(request: Connection<'desk'>['request']): Connection<'desk'>['request'] {
  let unanswered = { command: '', requestId: '' };
  return async (name, payload) => {
    const command = JSON.stringify([name, { ...payload, requestId: '' }]);
    const sent = unanswered.command === command ? { ...payload, requestId: unanswered.requestId } : payload;
    const result = await request(name, sent);
    const lost = !result.ok && result.rejection.code === 'ConnectionLost';
    unanswered = lost ? { command, requestId: sent.requestId } : { command: '', requestId: '' };
    return result;
  };
}
