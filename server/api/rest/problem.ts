import type { Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import { LANGUAGES, type Language } from '../../../shared/language.ts';
import { type Rejection, STATUS } from '../../../shared/protocol/rejections.ts';
import { explain } from '../../../shared/words/rejection.ts';
import type { Env } from './dependencies.ts';

/** Answers a request with the problem for a rejection; times in its text are in the office's time zone. */
export type Refuse = (context: Context<Env>, rejection: Rejection) => Response;

/** The engine's own interval for trying the disk again. */
const STORAGE_RETRY_SECONDS = 5;

/** A problem by RFC 9457: the stable `code` and its facts for programs, `detail` in the reader's language for people. */
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

/** The preferred one of our languages, else Vietnamese: `en-GB, vi;q=0.5` gives English. */
function preferredLanguage(header: string | undefined): Language {
  const wanted = parseAccept(header ?? '').filter(({ q }) => q > 0);
  const known = wanted.flatMap(({ type }) =>
    LANGUAGES.filter((language) => language === type.toLowerCase().split('-')[0]),
  );
  return known[0] ?? 'vi';
}
