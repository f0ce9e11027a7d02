/** Building blocks for the schemas of set-up. */
import * as v from 'valibot';
import type { Session } from '../../../shared/office/office.ts';
import { addDays, minuteOf } from '../../../shared/time.ts';
import type { Rule } from '../problems.ts';

export const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
export const words = (most: number) => v.pipe(v.string(), v.normalize('NFC'), v.trim(), v.maxLength(most));
/** Required in every language, so that no screen has an empty text. */
export const textOf = (most: number) =>
  v.strictObject({ vi: v.pipe(words(most), v.minLength(1)), en: v.pipe(words(most), v.minLength(1)) });
export const text = textOf(200);
export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

export const rule = <Name extends Rule>(name: Name): Name => name;

const clock = v.pipe(
  v.string(),
  v.check((value) => !Number.isNaN(minuteOrNaN(value)), rule('unknown-time')),
);
export const session = v.pipe(
  v.strictObject({ from: clock, to: clock }),
  v.check(({ from, to }) => !(minuteOrNaN(from) >= minuteOrNaN(to)), rule('session-backwards')),
);
/** Hours of each day that may end on the next one. */
export const hours = v.strictObject({ from: clock, to: clock });
export const sessions = v.pipe(v.array(session), v.maxLength(6), v.check(inOrder, rule('session-overlap')));
export const day = v.pipe(
  v.string(),
  // Depending on the parser, 2026-02-30 throws or becomes 2026-03-02.
  v.check((value) => !throws(() => addDays(value, 0)) && addDays(value, 0) === value, rule('unknown-date')),
);

/** Reports each item whose key occurred before, at `path` within the item. */
export function unique<Item>(keyOf: (item: Item) => string | number, path: string[], message: Rule) {
  return v.rawCheck<Item[]>(({ dataset, addIssue }) => {
    // Also where an item has another mistake: all mistakes are reported in one round.
    const items: (Item | undefined | null)[] = Array.isArray(dataset.value) ? dataset.value : [];
    const seen = new Set<string | number | undefined>();
    for (const [index, item] of items.entries()) {
      const key = item === undefined || item === null ? undefined : keyOf(item);
      if (key === undefined) continue;
      if (seen.has(key)) addIssue({ message, path: pathTo(dataset.value, [index, ...path]) });
      seen.add(key);
    }
  });
}

export function pathTo(input: unknown, keys: (string | number)[]): [v.IssuePathItem, ...v.IssuePathItem[]] {
  const [first, ...rest] = keys.map((key) => ({ type: 'unknown', origin: 'value', input, key, value: key }) as const);
  if (!first) throw new Error('a path has at least one key');
  return [first, ...rest];
}

function inOrder(list: Session[]): boolean {
  return list.every(({ from }, index) => {
    const before = list[index - 1];
    return before === undefined || !(minuteOrNaN(before.to) > minuteOrNaN(from));
  });
}

/** NaN for an invalid time, which another rule reports: comparisons with NaN are false, so no second problem is reported. */
function minuteOrNaN(clock: string): number {
  try {
    return minuteOf(clock);
  } catch {
    return Number.NaN;
  }
}

export function throws(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch {
    // The built-in parsers report an unknown time zone or date only by throwing.
    return true;
  }
}
