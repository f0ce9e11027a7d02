import type { Language } from '../language.ts';
import type { RejectionCode } from '../protocol/rejections.ts';
import { rejections as en } from './en/rejections.ts';
import { type RejectionOf, type RejectionSentences, rejections as vi } from './vi/rejections.ts';

const sentences: Record<Language, RejectionSentences> = { vi, en };

/**
 * One or two sentences: what is wrong, and what to do about it. `timeZone` is the office's. A page may leave it out before its
 * first view: until then no rejection names a time.
 */
export function explain<Code extends RejectionCode>(
  rejection: RejectionOf<Code>,
  language: Language,
  timeZone = 'UTC',
): string {
  return sentences[language][rejection.code](rejection, timeZone);
}
