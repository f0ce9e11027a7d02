/**
 * Why a request was refused: a fact, with what a screen needs to say it in words. `words/<language>/rejections.ts` has
 * one sentence for each code, and the REST API sends the code in `application/problem+json`.
 */

import type { EpochMs } from '../time.ts';
import type { TicketStatus } from './views/hall.ts';

export type Rejection =
  // the hall
  | { code: 'UnknownService' }
  | { code: 'UnknownTicketClass' }
  | { code: 'UnknownTicket' }
  | { code: 'UnknownCounter' }
  | { code: 'UnknownScreen' }
  | { code: 'OfficeClosed'; opensAt: EpochMs | null }
  | { code: 'DayClosed' }
  | { code: 'NoSessionLeft'; opensAt: EpochMs | null }
  | { code: 'DailyLimitReached'; limit: number }
  | { code: 'KioskPaused'; retryInSeconds: number }
  | { code: 'UnknownBurst' }
  | { code: 'NoSuchSlot' }
  | { code: 'SlotFull'; startsAt: EpochMs }
  | { code: 'UnknownAppointment' }
  | { code: 'AppointmentUsed'; number: string }
  | { code: 'AppointmentWasCancelled' }
  | { code: 'AppointmentOnAnotherDay'; startsAt: EpochMs }
  | { code: 'NobodyWaiting' }
  | { code: 'CounterClosed' }
  | { code: 'CounterPaused' }
  | { code: 'CounterNotPaused' }
  | { code: 'CounterTaken'; clerkName: string }
  | { code: 'CounterBusy'; number: string }
  | { code: 'NobodyAtCounter' }
  | { code: 'ClerkElsewhere'; counterNumber: number }
  | { code: 'NotYourCounter' }
  | { code: 'WrongState'; number: string; ticketStatus: TicketStatus }
  | { code: 'SameService' }
  | { code: 'ReturnTooLate'; number: string; minutes: number }
  | { code: 'AlreadyPostponed'; number: string }
  | { code: 'PostponedTooLong'; minutes: number }
  | { code: 'AlreadyRated'; number: string }
  | { code: 'RatedTooSoon'; retryInSeconds: number }
  | { code: 'UnknownLevel'; levels: number }
  | { code: 'UnknownPrintJob' }
  // the door
  | { code: 'InvalidRequest'; detail: string }
  | { code: 'UnknownRequest' }
  | { code: 'RequestIdReused' }
  | { code: 'RequestTooLarge' }
  | { code: 'ForeignOrigin' }
  | { code: 'SignInRequired' }
  | { code: 'WrongPassword' }
  | { code: 'TooManyAttempts'; retryInSeconds: number }
  | { code: 'SupervisorOnly' }
  | { code: 'NotPaired' }
  | { code: 'UnknownDevice' }
  | { code: 'UnknownStaff' }
  | { code: 'UserNameTaken' }
  | { code: 'LastSupervisor' }
  | { code: 'ClerkAtCounter'; counterNumber: number }
  | { code: 'NotFound' }
  | { code: 'ClipMissing'; clip: string }
  // the machine
  | { code: 'StorageUnavailable' }
  | { code: 'ConnectionLost' }
  | { code: 'InternalError' };

export type RejectionCode = Rejection['code'];

export type Result<Value> = { ok: true; value: Value } | { ok: false; rejection: Rejection };

export function accept<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function refuse(rejection: Rejection): { ok: false; rejection: Rejection } {
  return { ok: false, rejection };
}
