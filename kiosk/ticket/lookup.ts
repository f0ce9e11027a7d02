/** What a scanned ticket or come-back slip leads to. */

import type { Rejection, Result } from '../../shared/protocol/rejections.ts';
import type { HeldTicket } from '../../shared/protocol/views/phone.ts';

export interface Lookup {
  find(ticketId: string): Promise<Result<HeldTicket>>;
  comeBack(slip: { requestId: string; ticketId: string }): Promise<Result<HeldTicket>>;
  newRequestId(): string;
}

export type LookedUp =
  | { kind: 'found'; ticket: HeldTicket; back: boolean }
  | { kind: 'not-found'; ticketId: string; rejection: Rejection };

/** Whoever was missed or sent away stands before the kiosk now: the scan itself says that they are back. */
export async function lookUp(ticketId: string, { find, comeBack, newRequestId }: Lookup): Promise<LookedUp> {
  const found = await find(ticketId);
  const left = found.ok && (found.value.status === 'missed' || found.value.status === 'away');
  const answer = left ? await comeBack({ requestId: newRequestId(), ticketId }) : found;
  if (!answer.ok) return { kind: 'not-found', ticketId, rejection: answer.rejection };
  return { kind: 'found', ticket: answer.value, back: left };
}
