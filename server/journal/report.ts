/** `copy` is the file that keeps the bytes, null if the disk refused to take them. Lines count from 1. */
export type JournalReport =
  | { type: 'TornTail'; path: string; line: number; copy: string | null }
  | { type: 'DamagedLine'; path: string; line: number; reason: DamageReason; copy: string | null }
  | { type: 'SequenceGap'; path: string; line: number; from: number; to: number };

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

/** One sentence on what is wrong, one on what to do, for whoever reads the log: in Vietnamese, then in English. */
export function reportText(report: JournalReport): string {
  const { path, line } = report;
  const [vi, en] = [`${path}, dòng ${line}`, `${path}, line ${line}`];
  switch (report.type) {
    case 'TornTail':
      return [
        `${vi}: lần ghi cuối bị ngắt giữa chừng, chẳng hạn do mất điện. Không mất gì đã được xác nhận, không cần làm gì.`,
        `${en}: the last write was cut short, by a power cut for example. Nothing acknowledged is missing and nothing needs to be done${keptIn(report.copy)}.`,
      ].join('\n');
    case 'DamagedLine':
      return [
        `${vi}: dòng này ${REASONS[report.reason].vi} nên bị bỏ qua. Hãy kiểm tra ổ đĩa và giữ lại tệp này cùng bản sao cho bộ phận hỗ trợ.`,
        `${en}: this line ${REASONS[report.reason].en} and is left out. It stays where it is${keptIn(report.copy)}; check the disk, and keep both files for the support.`,
      ].join('\n');
    case 'SequenceGap':
      return [
        `${vi}: thiếu các sự kiện ${report.from} đến ${report.to} trước dòng này. Hãy so với bản sao lưu gần nhất của tệp này và kiểm tra ổ đĩa.`,
        `${en}: events ${report.from} to ${report.to} are missing before this line. Compare with the last backup of this file, and check the disk.`,
      ].join('\n');
    default:
      return report satisfies never;
  }
}

function keptIn(copy: string | null): string {
  return copy === null ? '' : `; a copy is in ${copy}`;
}
