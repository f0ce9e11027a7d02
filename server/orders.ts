/** From a parsed request to the core's order: the one table behind both doors, sockets and REST. */
import { randomUUID } from 'node:crypto';
import type { InferOutput } from 'valibot';
import { REGULAR } from '../shared/office.ts';
import type { CounterVerb, counterRequests, issueTicket, rateVisit } from '../shared/requests.ts';
import type { Order } from './queue/commands.ts';

export function issueOrder({ serviceId, ticketClass }: InferOutput<typeof issueTicket>): Order {
  return { type: 'IssueTicket', ticketId: randomUUID(), serviceId, classId: ticketClass ?? REGULAR };
}

export function rateOrder({ ticketId, number, level, reason }: InferOutput<typeof rateVisit>): Order {
  const visit = ticketId != null ? { ticketId } : number != null ? { number } : null;
  return { type: 'RateVisit', visit, level, reason: reason ?? null };
}

type CounterOrders = {
  [Verb in CounterVerb]: (counterId: string, payload: InferOutput<(typeof counterRequests)[Verb]>) => Order;
};

export const counterOrders: CounterOrders = {
  open: (counterId) => ({ type: 'OpenCounter', counterId }),
  'call-next': (counterId) => ({ type: 'CallNext', counterId }),
  recall: (counterId) => ({ type: 'RecallTicket', counterId }),
  start: (counterId) => ({ type: 'StartServing', counterId }),
  finish: (counterId) => ({ type: 'FinishTicket', counterId }),
  miss: (counterId) => ({ type: 'MissTicket', counterId }),
  away: (counterId) => ({ type: 'SendAway', counterId }),
  transfer: (counterId, { serviceId }) => ({ type: 'TransferTicket', counterId, serviceId }),
  call: (counterId, { ticketId, reason }) => ({ type: 'CallTicket', counterId, ticketId, reason }),
  pause: (counterId, { reason }) => ({ type: 'PauseCounter', counterId, reason }),
  resume: (counterId) => ({ type: 'ResumeCounter', counterId }),
  close: (counterId) => ({ type: 'CloseCounter', counterId }),
};
