import * as v from 'valibot';
import { bookingDesk } from './appointments.ts';
import { clockQuestion } from './clock.ts';
import {
  deviceKind,
  health,
  instant,
  officeHead,
  opening,
  pausedUntil,
  serviceLoad,
  staffRole,
  text,
  whole,
} from './common.ts';
import { fileProblem } from './setup.ts';
import { burstView, journalDamage, missingScreen, printJobView } from './trouble.ts';

const deskTicket = v.strictObject({
  id: v.string(),
  number: v.string(),
  serviceId: v.string(),
  classId: v.string(),
  /** False until staff have checked a priority reason that was claimed at the kiosk. */
  classConfirmed: v.boolean(),
  dossiers: whole,
  arrivedAt: v.pipe(instant, v.description('When the visitor came')),
  /** Null without an appointment. */
  appointmentAt: v.nullable(instant),
});
export type DeskTicket = v.InferOutput<typeof deskTicket>;

const atCounter = { ...deskTicket.entries, calledAt: instant };

export const counterView = v.strictObject({
  id: v.string(),
  number: whole,
  services: v.array(v.string()),
  state: v.picklist(['closed', 'open', 'paused']),
  clerk: v.nullable(v.strictObject({ id: v.string(), name: v.string() })),
  pauseReason: v.nullable(v.string()),
  pausedUntil,
  current: v.nullable(
    v.variant('status', [
      v.strictObject({ ...atCounter, status: v.literal('called'), recalls: whole }),
      v.strictObject({
        ...atCounter,
        status: v.literal('serving'),
        startedAt: instant,
        usualMinutes: v.pipe(
          v.nullable(whole),
          v.description(
            'How long a turn like this one usually takes, at least 1; null before three such visits are known',
          ),
        ),
      }),
    ]),
  ),
  waiting: v.pipe(whole, v.description('Tickets this counter may call')),
});
export type CounterView = v.InferOutput<typeof counterView>;

const waitingTicket = v.strictObject({
  ...deskTicket.entries,
  /** Set when the visitor has returned to one clerk with a come-back slip: only that clerk calls the ticket, before all others. */
  reservedFor: v.nullable(v.string()),
  /** The visitor asked not to be called before this moment. */
  notBefore: v.nullable(instant),
  countsFrom: v.pipe(
    instant,
    v.description(
      'Since when the visitor counts as waiting; differs from arrivedAt with an appointment and between two turns',
    ),
  ),
});
export type WaitingTicket = v.InferOutput<typeof waitingTicket>;

const returnableTicket = v.strictObject({
  ...deskTicket.entries,
  status: v.picklist(['missed', 'away']),
  /** Null when set-up no longer has that counter. */
  counterNumber: v.nullable(whole),
  since: instant,
  /** After this moment a missed visitor needs a new ticket, and a visitor with a come-back slip waits for any clerk. */
  until: instant,
});
export type ReturnableTicket = v.InferOutput<typeof returnableTicket>;

const pairingScreen = v.strictObject({
  code: v.string(),
  /** `sign`: a counter's sign, which is paired as a display and may later be used as a TV too. */
  kind: v.picklist([...deviceKind.options, 'sign']),
  /** The counter of a sign; null for all other kinds and when the office has no such counter. */
  counterNumber: v.nullable(whole),
  address: v.string(),
  since: instant,
});
export type PairingScreen = v.InferOutput<typeof pairingScreen>;

const supervisorView = v.strictObject({
  /** Screens that show a pairing code at this moment. */
  pairing: v.array(pairingScreen),
  devices: v.array(
    v.strictObject({ id: v.string(), kind: deviceKind, name: v.string(), pairedAt: instant, online: v.boolean() }),
  ),
  staff: v.array(v.strictObject({ id: v.string(), userName: v.string(), name: v.string(), role: staffRole })),
  journalDamage,
  /** Why the server did not take over `office.json` at its start; empty when it did. */
  fileMistakes: v.array(fileProblem),
  /** Votes of today without a ticket that are in no figure, because more came than visits were finished; per level, worst first. */
  votesApart: v.array(whole),
  /** How many wait with priority, of how many, where that is most of them; null otherwise. */
  muchPriority: v.nullable(v.strictObject({ priority: whole, waiting: whole })),
});
export type SupervisorView = v.InferOutput<typeof supervisorView>;

export const deskView = v.strictObject({
  office: officeHead,
  health,
  opening,
  me: v.strictObject({ id: v.string(), name: v.string(), role: staffRole }),
  services: v.array(serviceLoad),
  /** `weight`: how much one waiting minute of the class counts; 1 for the regular class. */
  classes: v.array(v.strictObject({ id: v.string(), name: text, weight: v.number() })),
  /** How many dossiers one turn takes; a visitor with more waits again for the next turn. */
  dossiersPerTurn: whole,
  counters: v.array(counterView),
  /** Null when no service can be booked. */
  booking: v.nullable(bookingDesk),
  /**
   * The waiting tickets of the office in the order in which they would be called at the time of the view: the first 60, and the
   * first 10 of each service. Later the order may be another, by `countsFrom` and the weights of the classes.
   */
  waiting: v.array(waitingTicket),
  waitingTotal: whole,
  /** Tickets that no counter can call by the rule; the numbers of the first ten. */
  stranded: v.strictObject({ count: whole, numbers: v.array(v.string()) }),
  returnable: v.array(returnableTicket),
  /** Finished today, latest first; at most 10. */
  finished: v.array(v.strictObject({ id: v.string(), number: v.string(), finishedAt: instant })),
  /** Print jobs whose paper may not have come out; staff decide what to do. */
  prints: v.array(printJobView),
  /** Alarms of the last minutes that staff have not dismissed. */
  bursts: v.array(burstView),
  /** Null while the machine's clock agrees with the office's time, and once it was said which is right. */
  clockQuestion: v.nullable(clockQuestion),
  /** Screens of the hall that should be connected and are not; none while the office is closed. */
  missingScreens: v.array(missingScreen),
  /** Null for clerks. */
  supervisor: v.nullable(supervisorView),
});
export type DeskView = v.InferOutput<typeof deskView>;
