/** The schema of office.json; `problems.ts` has the message of each rule. */
import * as v from 'valibot';
import { type Office, REGULAR } from '../../../shared/office/office.ts';
import { PICTOGRAMS } from '../../../shared/office/pictograms.ts';
import { voiceLanguage } from '../../../shared/protocol/requests.ts';
import { WEEKDAYS } from '../../../shared/time.ts';
import { parsePrinterAddress } from './printer-address.ts';
import { day, id, pathTo, rule, sessions, text, textOf, throws, unique, whole, words } from './schema-parts.ts';
import { kiosks, look, notices, screens } from './screens-schema.ts';

const pictogram = v.nullable(v.picklist(PICTOGRAMS));

const service = v.strictObject({
  id,
  letter: v.pipe(v.string(), v.regex(/^[A-Z]$/, rule('no-letter'))),
  name: text,
  dailyLimit: v.nullable(whole(1, 100_000)),
  appointments: v.nullable(v.strictObject({ slotMinutes: whole(5, 240), perSlot: whole(1, 100) })),
  examples: v.nullable(textOf(120)),
  pictogram,
  informationDesk: v.boolean(),
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
  condition: v.nullable(textOf(60)),
  pictogram,
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
    v.check((address) => parsePrinterAddress(address) !== null, rule('unknown-printer')),
  ),
  paperWidthMm: v.picklist([58, 80]),
});

/** Without a trailing slash, because the paths of pages, which are appended, begin with one. */
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
      unique(({ id, informationDesk }) => (informationDesk ? 0 : id), ['informationDesk'], 'second-information-desk'),
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
    ticket: v.strictObject({ form: v.picklist(['full', 'short']) }),
    rating: v.strictObject({ order: v.picklist(['best-first', 'worst-first']) }),
    voice,
    look,
    kiosks,
    screens,
    notices,
    speakNotices: v.boolean(),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    // Also where something else is wrong: all mistakes are reported in one round.
    const office = dataset.value as Partial<Office>;
    const known = new Set(Array.isArray(office.services) ? office.services.map((service) => service?.id) : []);
    const check = (where: 'counters' | 'screens', index: number, services: readonly string[]): void => {
      for (const [place, serviceId] of services.entries()) {
        if (!known.has(serviceId)) {
          addIssue({ message: rule('unknown-service'), path: pathTo(office, [where, index, 'services', place]) });
        }
      }
    };
    for (const where of ['counters', 'screens'] as const) {
      const items: unknown = office[where];
      if (!Array.isArray(items)) continue;
      for (const [index, item] of items.entries())
        if (Array.isArray(item?.services)) check(where, index, item.services);
    }
  }),
) satisfies v.GenericSchema<unknown, Office>;
