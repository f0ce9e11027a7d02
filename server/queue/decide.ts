/** One command against one state: the facts it leads to, or why not. No command changes the state here. */
import type { Command, CommandOf, CommandType } from './commands.ts';
import { type Decision, facts, isOpened, type OpenDay } from './decision.ts';
import { bookAppointment, cancelAppointment, checkIn } from './rules/appointments.ts';
import { dismissBurst } from './rules/burst.ts';
import { callNext, callTicket, finish, miss, recall, sendAway, startServing, transfer } from './rules/calling.ts';
import { closeCounter, openCounter, pauseCounter, resumeCounter } from './rules/counters.ts';
import { closeDay } from './rules/day.ts';
import { changeOffice } from './rules/office.ts';
import {
  abandonPrinting,
  dismissJob,
  endPrinting,
  reprintJob,
  reprintTicket,
  startPrinting,
} from './rules/printing.ts';
import { rateVisit } from './rules/ratings.ts';
import {
  issueForNextSession,
  issueTicket,
  postponeTicket,
  returnTicket,
  settleClass,
  withdrawTicket,
} from './rules/tickets.ts';
import type { State } from './state.ts';

type Rules = { [Type in CommandType]: (state: OpenDay, command: CommandOf<Type>) => Decision };

/** What each command leads to; a command without an entry does not compile. */
const rules: Rules = {
  IssueTicket: issueTicket,
  IssueForNextSession: issueForNextSession,
  BookAppointment: bookAppointment,
  CancelAppointment: cancelAppointment,
  CheckIn: checkIn,
  WithdrawTicket: withdrawTicket,
  PostponeTicket: postponeTicket,
  SettleClass: settleClass,
  ReturnTicket: returnTicket,
  OpenCounter: openCounter,
  CloseCounter: closeCounter,
  PauseCounter: pauseCounter,
  ResumeCounter: resumeCounter,
  CallNext: callNext,
  CallTicket: callTicket,
  RecallTicket: recall,
  StartServing: startServing,
  FinishTicket: finish,
  MissTicket: miss,
  SendAway: sendAway,
  TransferTicket: transfer,
  RateVisit: rateVisit,
  DismissBurst: dismissBurst,
  ReprintTicket: reprintTicket,
  ReprintJob: reprintJob,
  DismissJob: dismissJob,
  StartPrinting: startPrinting,
  EndPrinting: endPrinting,
  AbandonPrinting: abandonPrinting,
  ChangeOffice: changeOffice,
  CloseDay: (state) => facts(...closeDay(state)),
  NoteStorageRecovered: () => facts({ type: 'StorageRecovered' }),
};

export function decide(state: State, command: Command): Decision {
  if (!isOpened(state)) throw new Error(`the day ${state.day} was not opened before ${command.type}`);
  // The table is keyed by the command's own type, which the compiler cannot follow through the lookup.
  const rule = rules[command.type] as ((state: OpenDay, command: Command) => Decision) | undefined;
  if (!rule) throw new Error(`unknown command ${JSON.stringify(command)}`);
  return rule(state, command);
}
