/** Random days in the hall: steps that fast-check makes up, sensible and wrong ones, and how they are carried out. */
import fc from 'fast-check';
import type { Actor, Command, CommandBody } from '../../server/queue/commands.ts';
import type { Event } from '../../server/queue/events.ts';
import { openDay } from '../../server/queue/rules/day.ts';
import type { State } from '../../server/queue/state.ts';
import type { Office } from '../../shared/office/office.ts';
import type { Rejection } from '../../shared/protocol/rejections.ts';
import { anna, binh, clock, emptyDay, kiosk, lan } from './given.ts';
import { ordinaryOffice, TODAY, time } from './office.ts';

const chi: Actor = { kind: 'staff', id: 'chi', name: 'Chi', role: 'clerk' };
const clerks: Actor[] = [anna, binh, chi];
const others: Actor[] = [lan, kiosk, clock, anna, binh];
const classes = ['regular', 'elderly', 'vip'];
const services = ['civil', 'land', 'social', 'passport'];
/** Its kiosks pause soon. */
const hastyOffice: Office = {
  ...ordinaryOffice,
  rules: { ...ordinaryOffice.rules, burst: { tickets: 2, seconds: 300, pauseSeconds: 60 } },
};
/** With other letters, and without the third counter. */
const changed = {
  ...hastyOffice,
  services: hastyOffice.services.map((service, index) => ({
    ...service,
    letter: 'BAC'[index] ?? '',
    dailyLimit: 12,
  })),
  counters: hastyOffice.counters.slice(0, 2),
};

export interface Step {
  type: CommandBody['type'];
  /** Seconds since the step before. */
  after: number;
  /** Which ticket, counter, service, job …, counted over what there is and one that is not. */
  which: number;
  other: number;
  /** 0 sends the request id of some earlier command again, 1–2 comes from the wrong person. */
  luck: number;
}

const often = (weight: number, ...types: CommandBody['type'][]) =>
  types.map((type) => ({ weight, arbitrary: fc.constant(type) }));

export const steps = fc.array(
  fc.record<Step>({
    type: fc.oneof(
      ...often(24, 'IssueTicket', 'CallNext', 'StartServing'),
      ...often(8, 'OpenCounter', 'FinishTicket', 'MissTicket', 'ReturnTicket', 'SendAway', 'TransferTicket'),
      ...often(4, 'CallTicket', 'RecallTicket', 'WithdrawTicket', 'RateVisit', 'PauseCounter', 'ResumeCounter'),
      ...often(6, 'BookAppointment', 'CheckIn', 'IssueForNextSession'),
      ...often(2, 'CancelAppointment'),
      ...often(4, 'PostponeTicket', 'ConfirmPriority', 'DismissBurst'),
      ...often(4, 'StartPrinting', 'EndPrinting', 'AbandonPrinting', 'ReprintTicket', 'ReprintJob', 'DismissJob'),
      ...often(2, 'CloseCounter', 'NoteStorageRecovered'),
      ...often(1, 'ChangeOffice', 'CloseDay'),
    ),
    after: fc.oneof({ weight: 15, arbitrary: fc.nat(240) }, { weight: 1, arbitrary: fc.nat(3600) }),
    which: fc.nat(1000),
    other: fc.nat(1000),
    luck: fc.nat(30),
  }),
  { minLength: 1, maxLength: 120, size: 'max' },
);

const pick = <Item>(list: readonly Item[], index: number, otherwise: Item): Item =>
  list[index % (list.length + 1)] ?? otherwise;

function orderOf(state: State, { type, which, other }: Step): CommandBody {
  const counterId = pick(['c1', 'c2', 'c3'], which, 'c9');
  const ticketId = pick([...state.tickets.keys()], which, 'nobody');
  const jobId = pick([...state.prints.keys()], which, 9999);
  const serviceId = pick(services, other, 'civil');
  switch (type) {
    case 'IssueTicket':
    case 'IssueForNextSession':
      return {
        type,
        ticketId: `t-${state.lastSeq}`,
        serviceId,
        classId: pick(classes, which, 'regular'),
        dossiers: 1 + (other % 5),
      };
    case 'WithdrawTicket':
    case 'ReturnTicket':
    case 'ReprintTicket':
      return { type, ticketId };
    case 'BookAppointment':
      return {
        type,
        appointmentId: `a-${state.lastSeq}`,
        code: String(100_000 + (which % 7)),
        serviceId: pick(['civil', 'civil', 'civil', 'land'], other, 'passport'),
        startsAt: time('07:30') + (other % 2 ? 0 : 86_400_000) + (which % 24) * 30 * 60_000,
      };
    case 'CancelAppointment':
      return { type, appointmentId: pick([...state.appointments.keys()], which, 'none') };
    case 'CheckIn': {
      const code = pick([...state.byCode.keys()], which, '999999');
      return { type, code, ticketId: `t-${state.lastSeq}`, classId: pick(classes, other, 'regular') };
    }
    case 'PostponeTicket':
      return { type, ticketId, minutes: other % 40 };
    case 'ConfirmPriority':
      return { type, ticketId, classId: pick(classes, other, 'regular') };
    case 'DismissBurst':
      return {
        type,
        burstId: pick(
          state.bursts.map(({ id }) => id),
          which,
          9999,
        ),
      };
    case 'CallTicket':
      return { type, counterId, ticketId: pick([...state.tickets.keys()], other, 'nobody'), reason: 'Có hẹn' };
    case 'PauseCounter':
      return { type, counterId, reason: 'Họp', minutes: 10 };
    case 'TransferTicket':
      return { type, counterId, serviceId };
    case 'RateVisit': {
      const number = pick([...state.byNumber.keys()], which, 'A999');
      return {
        type,
        visit: other % 3 === 0 ? null : other % 3 === 1 ? { number } : { ticketId },
        level: other % 7,
        reason: null,
      };
    }
    case 'ReprintJob':
    case 'DismissJob':
    case 'StartPrinting':
    case 'AbandonPrinting':
      return { type, jobId };
    case 'EndPrinting':
      return { type, jobId, outcome: other % 2 ? 'printed' : 'unknown' };
    case 'ChangeOffice':
      return { type, office: other % 2 ? changed : hastyOffice };
    case 'CloseDay':
    case 'NoteStorageRecovered':
      return { type };
    default:
      return { type, counterId };
  }
}

export interface Outcome {
  command: Command;
  events: readonly Event[];
  rejection: Rejection | null;
}

export class Walk {
  readonly day = emptyDay(hastyOffice);
  readonly events: Event[] = [];
  readonly #requests: string[] = ['never-used'];
  #at = time('07:30');

  constructor() {
    const opening = {
      ...openDay(TODAY, hastyOffice, null),
      paces: { civil: { mean: 440_000, variance: 1.5e10, seen: 3 } },
    };
    const command = { at: this.#at, requestId: 'open', actor: clock };
    this.events.push(...this.day.record([opening], command));
  }

  get state(): State {
    return this.day.states.queue;
  }

  /** The next command, as the engine would get it. */
  command(step: Step): Command {
    this.#at += step.after * 1000;
    const order = orderOf(this.state, step);
    const own = 'counterId' in order ? clerks[Number(order.counterId[1]) - 1] : undefined;
    const actor = step.luck <= 2 ? pick(others, step.other, kiosk) : (own ?? kiosk);
    const requestId =
      step.luck === 0 ? pick(this.#requests, step.which, 'never-used') : `request-${this.#requests.length}`;
    this.#requests.push(requestId);
    return { ...order, requestId, actor, at: this.#at };
  }

  take(command: Command): Outcome {
    const before = this.day.lastSeq;
    const result = this.day.execute(command);
    if (!result.ok) return { command, events: [], rejection: result.rejection };
    // A repeated request id gets the events of its first command again.
    const events = result.value.filter(({ seq }) => seq > before);
    this.events.push(...events);
    return { command, events, rejection: null };
  }
}
