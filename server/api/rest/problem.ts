import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { LANGUAGES, type Language } from '../../../shared/language.ts';
import type { Rejection, RejectionCode } from '../../../shared/protocol/rejections.ts';
import { explain } from '../../../shared/words/rejection.ts';
import type { Env } from './dependencies.ts';

export const STATUS = {
  UnknownService: 404,
  UnknownTicketClass: 404,
  UnknownTicket: 404,
  UnknownCounter: 404,
  UnknownScreen: 404,
  OfficeClosed: 409,
  DayClosed: 409,
  NoSessionLeft: 409,
  DailyLimitReached: 409,
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
  ClerkElsewhere: 409,
  NotYourCounter: 403,
  WrongState: 409,
  SameService: 409,
  ReturnTooLate: 409,
  AlreadyPostponed: 409,
  PostponedTooLong: 409,
  AlreadyRated: 409,
  RatedTooSoon: 429,
  UnknownLevel: 400,
  UnknownPrintJob: 404,
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
} as const satisfies Record<RejectionCode, ContentfulStatusCode>;

/** A problem in the office's time. */
export type Refuse = (context: Context<Env>, rejection: Rejection) => Response;

/** After this time the engine has tried the disk again. */
const STORAGE_RETRY_SECONDS = 5;

/** RFC 9457: the stable `code` with its facts for programs, `detail` in the reader's language for people. */
export function problem(context: Context, rejection: Rejection, timeZone: string): Response {
  const { code } = rejection;
  const status = STATUS[code];
  const language = preferredLanguage(context.req.header('accept-language'));
  const retryAfter = retryInSeconds(rejection);
  if (retryAfter !== null) context.header('Retry-After', String(retryAfter));
  if (code === 'NotPaired') context.header('WWW-Authenticate', 'Bearer');
  context.header('Content-Language', language);
  const facts = code === 'InvalidRequest' ? { invalid: rejection.detail } : rejection;
  const detail = explain(rejection, language, timeZone);
  const body = { ...facts, type: `urn:den-luot:${code}`, title: code, status, code, detail };
  return context.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' });
}

function retryInSeconds(rejection: Rejection): number | null {
  if ('retryInSeconds' in rejection) return rejection.retryInSeconds;
  return rejection.code === 'StorageUnavailable' ? STORAGE_RETRY_SECONDS : null;
}

/** Vietnamese unless another of our languages is liked better: `en-GB, vi;q=0.5` is English. */
function preferredLanguage(header: string | undefined): Language {
  let best: { language: Language; quality: number } = { language: 'vi', quality: 0 };
  for (const part of (header ?? '').split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = LANGUAGES.find((known) => range.split('-')[0] === known);
    const quality = Number(/^\s*q=([\d.]+)/.exec(parameters.join(';'))?.[1] ?? 1);
    if (language && quality > best.quality) best = { language, quality };
  }
  return best.language;
}
