/** office.json as it must be; `problems.ts` has the words for each rule. */
import * as v from 'valibot';
import { type Office, REGULAR, type Session } from '../../shared/office.ts';
import { voiceLanguage } from '../../shared/requests.ts';
import { addDays, minuteOf, WEEKDAYS } from '../../shared/time.ts';
import type { Rule } from './problems.ts';

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const words = (most: number) => v.pipe(v.string(), v.normalize('NFC'), v.trim(), v.maxLength(most));
const text = v.strictObject({ vi: v.pipe(words(200), v.minLength(1)), en: v.pipe(words(200), v.minLength(1)) });
const notice = v.strictObject({ vi: v.pipe(words(500), v.minLength(1)), en: v.pipe(words(500), v.minLength(1)) });
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const rule = <Name extends Rule>(name: Name): Name => name;

const clock = v.pipe(
  v.string(),
  v.check((value) => !Number.isNaN(minuteOrNaN(value)), rule('unknown-time')),
);
const session = v.pipe(
  v.strictObject({ from: clock, to: clock }),
  v.check(({ from, to }) => !(minuteOrNaN(from) >= minuteOrNaN(to)), rule('session-backwards')),
);
const sessions = v.pipe(v.array(session), v.maxLength(6), v.check(inOrder, rule('session-overlap')));
const day = v.pipe(
  v.string(),
  // 2026-02-30 is either no date at all or, counted on, another one.
  v.check((value) => !throws(() => addDays(value, 0)) && addDays(value, 0) === value, rule('unknown-date')),
);

const service = v.strictObject({
  id,
  letter: v.pipe(v.string(), v.regex(/^[A-Z]$/)),
  name: text,
  dailyLimit: v.nullable(whole(1, 100_000)),
  appointments: v.nullable(v.strictObject({ slotMinutes: whole(5, 240), perSlot: whole(1, 100) })),
});
const counter = v.strictObject({
  id,
  number: whole(1, 999),
  services: v.pipe(
    v.array(id),
    v.minLength(1),
    unique((serviceId) => serviceId, [], 'duplicate-service'),
  ),
});
const ticketClass = v.strictObject({
  id,
  name: text,
  weight: v.pipe(v.number(), v.minValue(0.1), v.maxValue(100)),
});
const rules = v.strictObject({
  lateReturnMinutes: whole(0, 1440),
  awayMinutes: whole(1, 1440),
  closingGraceMinutes: whole(0, 1440),
  dossiersPerTurn: whole(1, 99),
  postponeMinutes: whole(0, 240),
  burst: v.nullable(v.strictObject({ tickets: whole(1, 1000), seconds: whole(1, 3600), pauseSeconds: whole(1, 600) })),
  bookableDays: whole(0, 30),
  appointmentHeadStartMinutes: whole(0, 120),
  appointmentLateMinutes: whole(0, 120),
  printMaxAgeMinutes: whole(1, 60),
  ratingIntervalSeconds: whole(0, 3600),
  ratingLevels: v.picklist([3, 5]),
});
const printer = v.strictObject({
  address: v.pipe(
    v.string(),
    v.regex(/^(preview|tcp:\/\/[^\s/:]+(:\d{1,5})?|printer:\S.*|\/dev\/\S+)$/, rule('unknown-printer')),
  ),
  paperWidthMm: v.picklist([58, 80]),
});

/** Without a slash at the end, because the paths of pages begin with one. */
const publicAddress = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s/?#@]{1,100}$/, rule('unknown-address')));

const voice = v.strictObject({
  languages: v.pipe(
    v.array(voiceLanguage),
    v.maxLength(4),
    unique((language) => language, [], 'duplicate-language'),
  ),
  style: v.picklist(['digits', 'whole']),
  dialect: v.picklist(['north', 'south']),
  repeat: v.boolean(),
});

export const officeSchema = v.pipe(
  v.strictObject({
    name: text,
    motto: text,
    hotline: words(60),
    timeZone: v.pipe(
      v.string(),
      v.check((zone) => !throws(() => new Intl.DateTimeFormat('en', { timeZone: zone })), rule('unknown-time-zone')),
    ),
    hours: v.strictObject(v.entriesFromList(WEEKDAYS, sessions)),
    specialDays: v.record(day, sessions),
    services: v.pipe(
      v.array(service),
      v.minLength(1),
      unique(({ id }) => id, ['id'], 'duplicate-id'),
      unique(({ letter }) => letter, ['letter'], 'duplicate-letter'),
    ),
    counters: v.pipe(
      v.array(counter),
      v.minLength(1),
      unique(({ id }) => id, ['id'], 'duplicate-id'),
      unique(({ number }) => number, ['number'], 'duplicate-number'),
    ),
    ticketClasses: v.pipe(
      v.array(ticketClass),
      unique(({ id }) => id, ['id'], 'duplicate-id'),
      v.check((classes) => classes.some(({ id }) => id === REGULAR), rule('no-regular-class')),
    ),
    rules,
    publicAddress: v.nullable(publicAddress),
    printer,
    voice,
    notices: v.pipe(v.array(notice), v.maxLength(20)),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const office = dataset.value;
    const known = new Set(office.services.map(({ id }) => id));
    for (const [index, counter] of office.counters.entries()) {
      for (const [place, serviceId] of counter.services.entries()) {
        if (!known.has(serviceId)) {
          addIssue({ message: rule('unknown-service'), path: pathTo(office, ['counters', index, 'services', place]) });
        }
      }
    }
  }),
) satisfies v.GenericSchema<unknown, Office>;

/** Every item but the first with the same key is a problem, at `path` within the item. */
export function unique<Item>(keyOf: (item: Item) => string | number, path: string[], message: Rule) {
  return v.rawCheck<Item[]>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const seen = new Set<string | number>();
    for (const [index, item] of dataset.value.entries()) {
      const key = keyOf(item);
      if (seen.has(key)) addIssue({ message, path: pathTo(dataset.value, [index, ...path]) });
      seen.add(key);
    }
  });
}

function pathTo(input: unknown, keys: (string | number)[]): [v.IssuePathItem, ...v.IssuePathItem[]] {
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

/** NaN for what is no time, which another rule reports: every comparison with it is false. */
function minuteOrNaN(clock: string): number {
  try {
    return minuteOf(clock);
  } catch {
    return Number.NaN;
  }
}

function throws(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch {
    // The built-in parsers answer "no such zone" or "no such date" only by throwing.
    return true;
  }
}
