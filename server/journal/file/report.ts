/** Log entries about a damaged day. Lines count from 1; `copy` is the file with a copy of the bytes, null if the disk refused it. */
import type { Text } from '../../../shared/language.ts';
import type { LogEntry } from '../../log.ts';

export interface DamagedLine {
  line: number;
  reason: DamageReason;
}

export type DamageReason = 'checksum' | 'envelope' | 'sequence' | 'command';

const REASONS: Record<DamageReason, Text> = {
  checksum: { vi: 'không khớp mã kiểm tra', en: 'does not match its checksum' },
  envelope: { vi: 'không phải là sự kiện của nhật ký', en: 'is not an event of the journal' },
  sequence: {
    vi: 'lặp lại một số thứ tự đã có ở trên',
    en: 'repeats a sequence number that stands earlier in the file',
  },
  command: {
    vi: 'thuộc một lệnh đã mất một dòng khác',
    en: 'belongs to a command that has lost another line',
  },
};

/** How many damaged lines an entry names; it counts the others. */
const LINES_NAMED = 5;

export function tornTail(facts: { path: string; line: number; copy: string | null }): LogEntry {
  const { path, line, copy } = facts;
  return {
    level: 'info',
    code: 'journal-torn',
    facts,
    text: {
      vi: `${path}, dòng ${line}: lần ghi cuối bị ngắt giữa chừng, chẳng hạn do mất điện. Dữ liệu đã xác nhận không mất; không cần xử lý.`,
      en: `${path}, line ${line}: the last write was cut short, by a power cut for example. Nothing acknowledged is missing and nothing needs to be done${copy === null ? '' : `; a copy is in ${copy}`}.`,
    },
  };
}

/** Sequence numbers that a write may have used which was cut short. The next events go on behind them. */
export function skippedNumbers(facts: { path: string; from: number; to: number; copy: string | null }): LogEntry {
  const { path, from, to, copy } = facts;
  const count = to - from + 1;
  return {
    level: 'info',
    code: 'journal-skipped',
    facts,
    text: {
      vi: `${path}: lần ghi cuối (sự kiện ${from} đến ${to}) bị ngắt giữa chừng, chẳng hạn do mất điện. Có thể số vừa lấy đã được phát mà chưa kịp ghi, nên mỗi lĩnh vực bỏ qua ${count} số. Không cần làm gì; ai cầm số mà máy không biết, xin phát số mới.`,
      en: `${path}: the last write (events ${from} to ${to}) was cut short, by a power cut for example. It may have issued ticket numbers that are not in the file, so each service skips the next numbers (${count})${copy === null ? '' : `; a copy is in ${copy}`}. Nothing needs to be done; a visitor whose number is not known takes a new one.`,
    },
  };
}

/** A day's file without its end mark, or with one that cannot be read: a lost end would not be noticed. */
export function unmarked(facts: { path: string; mark: string }): LogEntry {
  const { path, mark } = facts;
  return {
    level: 'warning',
    code: 'journal-unmarked',
    facts,
    text: {
      vi: `${mark} không có hoặc không đọc được, nên máy không biết ${path} có mất phần cuối không. Vui lòng so số cuối cùng của mỗi lĩnh vực với phiếu đã phát; nếu thiếu, đặt lại bản sao lưu của cả hai tệp.`,
      en: `${mark} is missing or cannot be read, so it is not known whether ${path} has lost its end. Compare the last number of each service with the tickets that were issued; if some are missing, put back a backup of both files.`,
    },
  };
}

/**
 * All damage of a day's file. `missing` is the number of acknowledged events that are missing; `missingAtEnd` of them were the last ones
 * of the file.
 */
export function damaged(facts: {
  path: string;
  lines: readonly DamagedLine[];
  missing: number;
  missingAtEnd: number;
  copy: string | null;
}): LogEntry {
  const { path, lines, missing, missingAtEnd, copy } = facts;
  const atEnd: Text = {
    vi: `, trong đó ${missingAtEnd} sự kiện cuối cùng trước khi máy dừng`,
    en: `, of which these were the last before the stop: ${missingAtEnd}`,
  };
  const numbers: Text = {
    vi: ' Số thứ tự có thể đã phát thì không phát lại; công dân có số mà máy không nhận ra: cấp số mới.',
    en: ' Numbers that they may have issued are not issued again; visitors whose number is not known any more take a new one.',
  };
  const say = (words: Text, language: 'vi' | 'en', applies: boolean) => (applies ? words[language] : '');
  return {
    level: 'error',
    code: 'journal-damaged',
    facts,
    text: {
      vi: `${path}: bỏ qua ${lines.length} dòng hỏng${named(lines, 'dòng', 'vi')}; thiếu ${missing} sự kiện${say(atEnd, 'vi', missingAtEnd > 0)}. Phần còn lại của ngày vẫn được tính.${say(numbers, 'vi', missing > 0)} Vui lòng kiểm tra ổ đĩa, so với bản sao lưu gần nhất, giữ lại tệp này${copy === null ? '' : ` và bản sao các dòng hỏng (${copy})`} cho bộ phận hỗ trợ.`,
      en: `${path}: damaged lines left out: ${lines.length}${named(lines, 'line', 'en')}; events missing: ${missing}${say(atEnd, 'en', missingAtEnd > 0)}. The rest of the day counts${copy === null ? '' : `; a copy of the lines is in ${copy}`}.${say(numbers, 'en', missing > 0)} Check the disk, compare with the last backup, and keep the file for the support.`,
    },
  };
}

function named(lines: readonly DamagedLine[], word: string, language: 'vi' | 'en'): string {
  if (lines.length === 0) return '';
  const first = lines.slice(0, LINES_NAMED).map(({ line, reason }) => `${word} ${line} ${REASONS[reason][language]}`);
  return ` (${first.join('; ')}${lines.length > LINES_NAMED ? '; …' : ''})`;
}
