/** The notices as a TV gets them, and the rule when a notice is due. */
import * as v from 'valibot';
import type { Notice } from '../../office/office.ts';
import { type LocalTime, minuteOf } from '../../time.ts';
import { text, whole } from './common.ts';

const notice = { id: v.string(), text, seconds: whole };

/** `src` is an address on this server. */
export const boardNotice = v.variant('kind', [
  v.strictObject({ ...notice, kind: v.picklist(['text', 'ticker']) }),
  v.strictObject({ ...notice, kind: v.picklist(['picture', 'video']), src: v.string() }),
]);
export type BoardNotice = v.InferOutput<typeof boardNotice>;

export function isDue({ from, until, hours }: Pick<Notice, 'from' | 'until' | 'hours'>, now: LocalTime): boolean {
  if ((from !== null && now.day < from) || (until !== null && now.day > until)) return false;
  return hours === null || (now.minute >= minuteOf(hours.from) && now.minute < minuteOf(hours.to));
}
