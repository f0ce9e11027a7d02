/** Log entries about a damaged day. Lines count from 1; `copy` is the file with a copy of the bytes, null if the disk refused it. */
import type { Text } from '../../../shared/language.ts';
import type { LogEntry } from '../../log.ts';

export interface DamagedLine {
  line: number;
  reason: DamageReason;
}

export type DamageReason = 'checksum' | 'envelope' | 'sequence';

const REASONS: Record<DamageReason, Text> = {
  checksum: { vi: 'không khớp mã kiểm tra', en: 'does not match its checksum' },
  envelope: { vi: 'không phải là sự kiện của nhật ký', en: 'is not an event of the journal' },
  sequence: {
    vi: 'lặp lại một số thứ tự đã có ở trên',
    en: 'repeats a sequence number that stands earlier in the file',
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
      vi: `${path}, dòng ${line}: lần ghi cuối bị ngắt giữa chừng, chẳng hạn do mất điện. Không mất gì đã được xác nhận, không cần làm gì.`,
      en: `${path}, line ${line}: the last write was cut short, by a power cut for example. Nothing acknowledged is missing and nothing needs to be done${copy === null ? '' : `; a copy is in ${copy}`}.`,
    },
  };
}

/** All damage of a day's file. `missing` is the number of events that are missing according to the sequence numbers. */
export function damaged(facts: {
  path: string;
  lines: readonly DamagedLine[];
  missing: number;
  copy: string | null;
}): LogEntry {
  const { path, lines, missing, copy } = facts;
  return {
    level: 'error',
    code: 'journal-damaged',
    facts,
    text: {
      vi: `${path}: bỏ qua ${lines.length} dòng hỏng${named(lines, 'dòng', 'vi')}; thiếu ${missing} sự kiện. Phần còn lại của ngày vẫn được tính. Hãy kiểm tra ổ đĩa, so với bản sao lưu gần nhất, giữ lại tệp này${copy === null ? '' : ` và bản sao các dòng hỏng (${copy})`} cho bộ phận hỗ trợ.`,
      en: `${path}: damaged lines left out: ${lines.length}${named(lines, 'line', 'en')}; events missing: ${missing}. The rest of the day counts${copy === null ? '' : `; a copy of the lines is in ${copy}`}. Check the disk, compare with the last backup, and keep the file for the support.`,
    },
  };
}

function named(lines: readonly DamagedLine[], word: string, language: 'vi' | 'en'): string {
  if (lines.length === 0) return '';
  const first = lines.slice(0, LINES_NAMED).map(({ line, reason }) => `${word} ${line} ${REASONS[reason][language]}`);
  return ` (${first.join('; ')}${lines.length > LINES_NAMED ? '; …' : ''})`;
}
