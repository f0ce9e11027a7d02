/** One command against one state: the facts it leads to, or why not. No command changes the state here. */
import type { Command } from './commands.ts';
import { type Decision, facts, isOpened } from './decision.ts';
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
import { rateVisit } from './rules/rating.ts';
import { issueTicket, postponeTicket, returnTicket, settleClass, withdrawTicket } from './rules/tickets.ts';
import type { State } from './state.ts';

export function decide(state: State, command: Command): Decision {
  if (!isOpened(state)) throw new Error(`the day ${state.day} was not opened before ${command.type}`);
  switch (command.type) {
    case 'IssueTicket':
      return issueTicket(state, command);
    case 'WithdrawTicket':
      return withdrawTicket(state, command);
    case 'PostponeTicket':
      return postponeTicket(state, command);
    case 'SettleClass':
      return settleClass(state, command);
    case 'ReturnTicket':
      return returnTicket(state, command);
    case 'OpenCounter':
      return openCounter(state, command);
    case 'CloseCounter':
      return closeCounter(state, command);
    case 'PauseCounter':
      return pauseCounter(state, command);
    case 'ResumeCounter':
      return resumeCounter(state, command);
    case 'CallNext':
      return callNext(state, command);
    case 'CallTicket':
      return callTicket(state, command);
    case 'RecallTicket':
      return recall(state, command);
    case 'StartServing':
      return startServing(state, command);
    case 'FinishTicket':
      return finish(state, command);
    case 'MissTicket':
      return miss(state, command);
    case 'SendAway':
      return sendAway(state, command);
    case 'TransferTicket':
      return transfer(state, command);
    case 'RateVisit':
      return rateVisit(state, command);
    case 'DismissBurst':
      return dismissBurst(state, command);
    case 'ReprintTicket':
      return reprintTicket(state, command);
    case 'ReprintJob':
      return reprintJob(state, command);
    case 'DismissJob':
      return dismissJob(state, command);
    case 'StartPrinting':
      return startPrinting(state, command);
    case 'EndPrinting':
      return endPrinting(state, command);
    case 'AbandonPrinting':
      return abandonPrinting(state, command);
    case 'ChangeOffice':
      return changeOffice(state, command);
    case 'CloseDay':
      return facts(...closeDay(state));
    case 'NoteStorageRecovered':
      return facts({ type: 'StorageRecovered' });
    default:
      return neverHappens(command);
  }
}

function neverHappens(command: never): never {
  throw new Error(`unknown command ${JSON.stringify(command)}`);
}
