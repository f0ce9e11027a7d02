/** Decides which lines of a day's file count, what is missing, and where the next append begins. Pure: it changes neither file nor scan. */
import type { Envelope } from '../../../shared/protocol/views/event.ts';
import type { Skipped } from './codec.ts';
import { type End, MAX_UNSURE, settledAt } from './end-mark.ts';
import type { DamagedLine } from './report.ts';
import type { EventLine, Range, Scan } from './scan.ts';

export interface DayContent<Event extends Envelope> {
  /** The events that count, in the order of their sequence numbers. */
  events: Event[];
  /** The last sequence number that was or may have been used: the next append begins after it. */
  lastSeq: number;
  damage: (Range & DamagedLine)[];
  /** How many acknowledged events are missing according to the sequence numbers and the end mark. */
  missing: number;
  /** How many of the missing ones were at the end, where no later event shows that they are gone. */
  missingAtEnd: number;
  /** How many sequence numbers up to `lastSeq` have no event because a write was cut short before it was acknowledged. */
  skipped: number;
  /** Those of them that no header of the file names yet. */
  newlySkipped: Skipped | null;
  /** The bytes of a last write that was cut short. */
  torn: Range | null;
  /** Where the next append begins; behind it are only reserved space and what is torn. */
  length: number;
}

type Lines<Event extends Envelope> = readonly EventLine<Event>[];

/** `mark` is null when no mark says where the file must end. */
export function dayContent<Event extends Envelope>(scan: Scan<Event>, mark: End | null): DayContent<Event> {
  const named = union(scan.skipped);
  const { lines, repeated } = bySeq(scan.lines, named);
  const { whole, broken } = commandsOf(lines);
  const { acknowledged, possible } = endOf(scan, lines, whole, mark);
  const { kept, dropped } = keptOf(whole, acknowledged, named);
  const half = broken.filter(({ event }) => event.seq <= acknowledged);
  dropped.push(...broken.filter(({ event }) => event.seq > acknowledged));

  const lastKept = Math.max(kept.at(-1)?.event.seq ?? 0, named.at(-1)?.to ?? 0);
  const known = Math.max(lastKept, acknowledged);
  const namedCount = named.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const solid = Math.max(scan.headerEnd, endOfBytes(kept), endOfBytes(repeated), endOfBytes(half));
  // Damage behind the last line that counts is a write that was cut short, unless an acknowledged event must have been there.
  const counted = scan.damage.filter(({ from }) => from < solid || acknowledged > lastKept);
  const length = Math.max(solid, endOfBytes(counted));
  // Lines in the middle of the file cannot be cut off: their numbers are named, so that no later reading takes them for events.
  const stranded = dropped.filter(({ from }) => from < length).map(({ event }) => event.seq);
  const lastSeq = Math.max(known, possible, ...stranded);
  return {
    events: kept.map(({ event }) => event),
    lastSeq,
    damage: [
      ...counted,
      ...repeated.map((line) => ({ ...line, reason: 'sequence' as const })),
      ...half.map((line) => ({ ...line, reason: 'command' as const })),
    ].sort((a, b) => a.from - b.from),
    missing: known - kept.length - namedCount,
    missingAtEnd: Math.max(0, acknowledged - lastKept),
    skipped: namedCount + lastSeq - known,
    newlySkipped: lastSeq > known ? { from: known + 1, to: lastSeq } : null,
    torn: tornFrom(length, scan.written, [...dropped, ...scan.damage]),
    length,
  };
}

/** Sorts by sequence number, which the checksum vouches for: the disk may have exchanged blocks. The first line of a number counts. */
function bySeq<Event extends Envelope>(lines: EventLine<Event>[], named: readonly Skipped[]) {
  const isNamed = ({ event }: EventLine<Event>) => named.some(({ from, to }) => event.seq >= from && event.seq <= to);
  const valid = named.length > 0 ? lines.filter((line) => !isNamed(line)) : lines;
  const isSorted = valid.every(({ event }, index) => event.seq > (valid[index - 1]?.event.seq ?? 0));
  if (isSorted) return { lines: valid, repeated: [] };
  const sorted = [...valid].sort((a, b) => a.event.seq - b.event.seq || a.from - b.from);
  const isRepeated = (line: EventLine<Event>, index: number) => line.event.seq === sorted[index - 1]?.event.seq;
  return { lines: sorted.filter((line, index) => !isRepeated(line, index)), repeated: sorted.filter(isRepeated) };
}

/** Separates the lines of whole commands from those of commands that lack a line. */
function commandsOf<Event extends Envelope>(lines: Lines<Event>) {
  const whole: EventLine<Event>[] = [];
  const broken: EventLine<Event>[] = [];
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (lines[end]?.more && lines[end + 1]?.event.seq === (lines[end]?.event.seq ?? 0) + 1) end += 1;
    const into = lines[start]?.continues || lines[end]?.more ? broken : whole;
    for (; start <= end; start += 1) {
      const line = lines[start];
      if (line) into.push(line);
    }
  }
  if (broken.length === 0) return { whole, broken };
  // Lines of older programs do not say that they continue a command, but its request id does.
  const ids = new Set(broken.map(({ event }) => event.requestId));
  return {
    whole: whole.filter(({ event }) => !ids.has(event.requestId)),
    broken: lines.filter(({ event }) => ids.has(event.requestId)),
  };
}

function endOf<Event extends Envelope>(
  scan: Scan<Event>,
  lines: Lines<Event>,
  whole: Lines<Event>,
  mark: End | null,
): Pick<End, 'acknowledged' | 'possible'> {
  const highest = lines.at(-1)?.event.seq ?? 0;
  // A file that goes beyond any write that the mark announces was continued by a program without marks, or the mark is an older copy.
  if (mark && highest <= mark.announced + MAX_UNSURE) return mark;
  const behind = endOfBytes(scan.lines);
  // A write that is cut short leaves no line with its beginning and its end: such a line was changed by the disk, and held an event.
  const changed = scan.damage.filter(({ from, looksWhole }) => from >= behind && looksWhole).length;
  return settledAt(changed > 0 ? highest + changed : (whole.at(-1)?.event.seq ?? 0));
}

/**
 * Behind the acknowledged events only those before the first gap count. The power failed during the write that left the gap, so nobody
 * has got an answer about the events behind it, and they may depend on the missing ones.
 */
function keptOf<Event extends Envelope>(whole: Lines<Event>, acknowledged: number, named: readonly Skipped[]) {
  let index = whole.length;
  while (index > 0 && (whole[index - 1]?.event.seq ?? 0) > acknowledged) index -= 1;
  let expected = acknowledged + 1;
  for (; index < whole.length; index += 1) {
    for (const { from, to } of named) if (expected >= from && expected <= to) expected = to + 1;
    if (whole[index]?.event.seq !== expected) break;
    expected += 1;
  }
  return { kept: whole.slice(0, index), dropped: whole.slice(index) };
}

function tornFrom(length: number, written: number, ranges: readonly Range[]): Range | null {
  if (written <= length) return null;
  const lines = ranges.filter(({ from }) => from >= length).map(({ line }) => line);
  return { line: lines.reduce((first, line) => Math.min(first, line)), from: length, to: written };
}

function endOfBytes(ranges: readonly Range[]): number {
  return ranges.reduce((end, { to }) => Math.max(end, to), 0);
}

/** The ranges in ascending order and without overlaps. */
function union(ranges: readonly Skipped[]): Skipped[] {
  const merged: Skipped[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else merged.push({ ...range });
  }
  return merged;
}
