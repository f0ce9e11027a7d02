/**
 * Why a request was refused: a code with the values that a sentence about it needs. `words/<language>/rejections.ts` has one sentence
 * for each code, and the REST API sends the code in `application/problem+json` with its HTTP status from STATUS.
 */

import type { EpochMs } from '../time.ts';
import type { TicketStatus } from './views/common.ts';
import type { SetupEffect, SetupProblem } from './views/setup.ts';

export type Rejection =
  // the queue
  | { code: 'UnknownService' }
  | { code: 'UnknownTicketClass' }
  | { code: 'UnknownTicket' }
  | { code: 'UnknownCounter' }
  | { code: 'UnknownScreen' }
  | { code: 'UnknownKiosk' }
  | { code: 'ServiceNotServed' }
  | { code: 'OfficeClosed'; opensAt: EpochMs | null }
  | { code: 'DayClosed' }
  | { code: 'NoSessionLeft'; opensAt: EpochMs | null }
  | { code: 'DailyLimitReached'; limit: number }
  | { code: 'IssuingStopped' }
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
  | { code: 'OtherTicketAtCounter'; number: string }
  | { code: 'ClerkElsewhere'; counterNumber: number }
  | { code: 'NotYourCounter' }
  | { code: 'WrongState'; number: string; ticketStatus: TicketStatus }
  | { code: 'SameService' }
  | { code: 'ReturnTooLate'; number: string; minutes: number }
  | { code: 'AlreadyPostponed'; number: string }
  | { code: 'PostponedTooLong'; minutes: number }
  | { code: 'PostponedPastClosing'; until: EpochMs }
  | { code: 'AlreadyRated'; number: string }
  | { code: 'RatedTooSoon'; retryInSeconds: number }
  | { code: 'UnknownVote' }
  | { code: 'VoteSettled' }
  | { code: 'UnknownLevel'; levels: number }
  | { code: 'UnknownPrintJob' }
  // set-up
  | { code: 'SetupInvalid'; problems: SetupProblem[] }
  | { code: 'SetupChanged'; version: number; by: string | null; at: EpochMs }
  | { code: 'ChangeTouchesVisitors'; effects: SetupEffect[] }
  | { code: 'UnknownVersion' }
  | { code: 'NoClockQuestion' }
  // REST and sockets
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
  // the server
  | { code: 'StorageUnavailable' }
  | { code: 'ConnectionLost' }
  | { code: 'InternalError' };

export type RejectionCode = Rejection['code'];

/** The HTTP status of each refusal; the type requires one for every code. */
export const STATUS = {
  UnknownService: 404,
  UnknownTicketClass: 404,
  UnknownTicket: 404,
  UnknownCounter: 404,
  UnknownScreen: 404,
  UnknownKiosk: 404,
  ServiceNotServed: 409,
  OfficeClosed: 409,
  DayClosed: 409,
  NoSessionLeft: 409,
  DailyLimitReached: 409,
  IssuingStopped: 409,
  KioskPaused: 429,
  UnknownBurst: 404,
  NoSuchSlot: 409,
  SlotFull: 409,
  UnknownAppointment: 404,
  AppointmentUsed: 409,
  AppointmentWasCancelled: 409,
  AppointmentOnAnotherDay: 409,
  NobodyWaiting: 409,
  CounterClosed: 409,
  CounterPaused: 409,
  CounterNotPaused: 409,
  CounterTaken: 409,
  CounterBusy: 409,
  NobodyAtCounter: 409,
  OtherTicketAtCounter: 409,
  ClerkElsewhere: 409,
  NotYourCounter: 403,
  WrongState: 409,
  SameService: 409,
  ReturnTooLate: 409,
  AlreadyPostponed: 409,
  PostponedTooLong: 409,
  PostponedPastClosing: 409,
  AlreadyRated: 409,
  RatedTooSoon: 429,
  UnknownVote: 404,
  VoteSettled: 409,
  UnknownLevel: 400,
  UnknownPrintJob: 404,
  SetupInvalid: 422,
  SetupChanged: 409,
  ChangeTouchesVisitors: 409,
  UnknownVersion: 404,
  NoClockQuestion: 409,
  InvalidRequest: 400,
  UnknownRequest: 405,
  RequestIdReused: 409,
  RequestTooLarge: 413,
  ForeignOrigin: 403,
  SignInRequired: 401,
  WrongPassword: 401,
  TooManyAttempts: 429,
  SupervisorOnly: 403,
  NotPaired: 401,
  UnknownDevice: 404,
  UnknownStaff: 404,
  UserNameTaken: 409,
  LastSupervisor: 409,
  ClerkAtCounter: 409,
  NotFound: 404,
  ClipMissing: 404,
  StorageUnavailable: 503,
  ConnectionLost: 503,
  InternalError: 500,
} as const satisfies Record<RejectionCode, number>;

export type Result<Value> = { ok: true; value: Value } | { ok: false; rejection: Rejection };

export function accept<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function refuse(rejection: Rejection): { ok: false; rejection: Rejection } {
  return { ok: false, rejection };
}
