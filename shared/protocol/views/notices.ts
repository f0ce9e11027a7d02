/** Which notices are due, and how those of older set-ups become today's. */
import type { Text } from '../../language.ts';
import type { Notice } from '../../office/office.ts';
import { type LocalTime, minuteOf } from '../../time.ts';

/** Long enough to read two lines twice. */
const ONCE_SECONDS = 12;

/** A notice as a TV gets it; `src` is an address on this server. */
export type BoardNotice = { id: string; text: Text; seconds: number } & (
  | { kind: 'text' | 'ticker' }
  | { kind: 'picture' | 'video'; src: string }
);

export function isDue({ from, until, hours }: Pick<Notice, 'from' | 'until' | 'hours'>, now: LocalTime): boolean {
  if ((from !== null && now.day < from) || (until !== null && now.day > until)) return false;
  return hours === null || (now.minute >= minuteOf(hours.from) && now.minute < minuteOf(hours.to));
}

/** Notices were once texts alone. What already has today's form stays as it is. */
export function withKinds(notices: unknown): unknown {
  if (!Array.isArray(notices)) return notices;
  return notices.map((notice: unknown, index) =>
    typeof notice === 'object' && notice !== null && 'vi' in notice
      ? {
          id: `notice-${index + 1}`,
          kind: 'text',
          text: notice,
          from: null,
          until: null,
          hours: null,
          seconds: ONCE_SECONDS,
        }
      : notice,
  );
}
