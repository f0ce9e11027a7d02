/** `copy` is the file that keeps the bytes, null if the disk refused to take them. Lines count from 1. */
export type JournalReport =
  | { type: 'TornTail'; path: string; line: number; copy: string | null }
  | { type: 'DamagedLine'; path: string; line: number; reason: DamageReason; copy: string | null }
  | { type: 'SequenceGap'; path: string; line: number; from: number; to: number };

export type DamageReason = 'checksum' | 'envelope' | 'sequence';

export type Reporter = (report: JournalReport) => void;

const REASONS: Record<DamageReason, string> = {
  checksum: 'does not match its checksum',
  envelope: 'is not an event of the journal',
  sequence: 'repeats a sequence number that stands earlier in the file',
};

/** One sentence on what is wrong, one on what to do, for whoever reads the log. */
export function reportText(report: JournalReport): string {
  const place = `${report.path}, line ${report.line}`;
  switch (report.type) {
    case 'TornTail':
      return `${place}: the last write was cut short, by a power cut for example. Nothing acknowledged is missing and nothing needs to be done${keptIn(report.copy)}.`;
    case 'DamagedLine':
      return `${place}: this line ${REASONS[report.reason]} and is left out. It stays where it is${keptIn(report.copy)}; check the disk, and keep both files for the support.`;
    case 'SequenceGap':
      return `${place}: events ${report.from} to ${report.to} are missing before this line. Compare with the last backup of this file, and check the disk.`;
    default:
      return report satisfies never;
  }
}

function keptIn(copy: string | null): string {
  return copy === null ? '' : `; a copy is in ${copy}`;
}
