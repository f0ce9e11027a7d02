import type { BusinessDay } from '../../../shared/time.ts';

/** `copy` is the file that keeps the bytes, null if the disk refused to take them. Lines count from 1. */
export type JournalReport =
  | { type: 'TornTail'; path: string; line: number; copy: string | null }
  /** All of a day's file. `missing` counts the events that its sequence numbers say are gone. */
  | { type: 'Damage'; path: string; lines: readonly DamagedLine[]; missing: number; copy: string | null };

export interface DamagedLine {
  line: number;
  reason: DamageReason;
}

export type DamageReason = 'checksum' | 'envelope' | 'sequence';

export type Reporter = (report: JournalReport) => void;

const REASONS: Record<DamageReason, { vi: string; en: string }> = {
  checksum: { vi: 'không khớp mã kiểm tra', en: 'does not match its checksum' },
  envelope: { vi: 'không phải là sự kiện của nhật ký', en: 'is not an event of the journal' },
  sequence: {
    vi: 'lặp lại một số thứ tự đã có ở trên',
    en: 'repeats a sequence number that stands earlier in the file',
  },
};

/** Of many damaged lines the log names the first: a person can look at no more. */
const LINES_NAMED = 5;

/** One sentence on what is wrong, one on what to do, for whoever reads the log: in Vietnamese, then in English. */
export function reportText(report: JournalReport): string {
  switch (report.type) {
    case 'TornTail': {
      const { path, line, copy } = report;
      return [
        `${path}, dòng ${line}: lần ghi cuối bị ngắt giữa chừng, chẳng hạn do mất điện. Không mất gì đã được xác nhận, không cần làm gì.`,
        `${path}, line ${line}: the last write was cut short, by a power cut for example. Nothing acknowledged is missing and nothing needs to be done${copy === null ? '' : `; a copy is in ${copy}`}.`,
      ].join('\n');
    }
    case 'Damage': {
      const { path, lines, missing, copy } = report;
      const [vi, en] = [named(lines, 'dòng', 'vi'), named(lines, 'line', 'en')];
      return [
        `${path}: bỏ qua ${lines.length} dòng hỏng${vi}; thiếu ${missing} sự kiện. Phần còn lại của ngày vẫn được tính. Hãy kiểm tra ổ đĩa, so với bản sao lưu gần nhất, giữ lại tệp này${copy === null ? '' : ` và bản sao các dòng hỏng (${copy})`} cho bộ phận hỗ trợ.`,
        `${path}: damaged lines left out: ${lines.length}${en}; events missing: ${missing}. The rest of the day counts${copy === null ? '' : `; a copy of the lines is in ${copy}`}. Check the disk, compare with the last backup, and keep the file for the support.`,
      ].join('\n');
    }
    default:
      return report satisfies never;
  }
}

function named(lines: readonly DamagedLine[], word: string, language: 'vi' | 'en'): string {
  if (lines.length === 0) return '';
  const first = lines.slice(0, LINES_NAMED).map(({ line, reason }) => `${word} ${line} ${REASONS[reason][language]}`);
  return ` (${first.join('; ')}${lines.length > LINES_NAMED ? '; …' : ''})`;
}

/** Where lines are missing, later events of the day may not fit any more; `first` is what one of them says. */
export function unfitText(day: BusinessDay, count: number, first: string): string {
  return [
    `Nhật ký ngày ${day}: ${count} sự kiện không còn khớp với phần còn lại nên bị bỏ qua (${first}). Ngày vẫn chạy tiếp; hãy giữ lại tệp của ngày đó cho bộ phận hỗ trợ.`,
    `Journal of ${day}: events that no longer fit the others and are left out: ${count} (${first}). The day goes on; keep its file for the support.`,
  ].join('\n');
}
