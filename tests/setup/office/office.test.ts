import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { officeSchema } from '../../../server/setup/office/schema.ts';
import { describeIssues } from '../../../server/setup/problems.ts';
import type { Office } from '../../../shared/office/office.ts';
import { communeOffice } from '../../office.ts';

/** What the schema says of the tests' office after `spoil` has changed it. */
function problemsOf(spoil: (office: Office) => void): { vi: string; en: string } {
  const office = structuredClone(communeOffice);
  spoil(office);
  const parsed = v.safeParse(officeSchema, office);
  return parsed.success ? { vi: '', en: '' } : describeIssues(parsed.issues);
}

/** Sets a field to a value that its type does not allow. */
const set = (target: object, key: string, value: unknown) => Object.assign(target, { [key]: value });
const at = <Item>(list: Item[], index: number): Item => {
  const item = list[index];
  if (item === undefined) throw new Error(`no item ${index}`);
  return item;
};

describe('the office in set-up', () => {
  it('accepts the office of the tests', () => {
    expect(v.parse(officeSchema, communeOffice)).toEqual(communeOffice);
  });

  it.each(['preview', 'tcp://192.168.1.50', 'tcp://[fe80::1]:9100', '/dev/usb/lp0', 'printer:XP-80C'])(
    'accepts a printer at %s',
    (address) => expect(problemsOf((office) => set(office.printer, 'address', address))).toEqual({ vi: '', en: '' }),
  );

  it.each<[string, (office: Office) => void, string, string]>([
    [
      'two services with one letter',
      (office) => set(at(office.services, 1), 'letter', 'A'),
      'services.1.letter',
      'another service has this letter',
    ],
    [
      'a public address with a path',
      (office) => set(office, 'publicAddress', 'https://mot-cua.example.vn/'),
      'publicAddress',
      'an address such as',
    ],
    [
      'two services with one id',
      (office) => set(at(office.services, 1), 'id', 'civil-status'),
      'services.1.id',
      'used twice',
    ],
    [
      'two information desks',
      (office) => {
        for (const service of office.services.slice(1, 3)) set(service, 'informationDesk', true);
      },
      'services.2.informationDesk',
      'is the information desk already',
    ],
    [
      'examples in one language',
      (office) => set(at(office.services, 0), 'examples', { vi: 'khai sinh', en: '' }),
      'services.0.examples.en',
      'Invalid length',
    ],
    [
      'two counters with one number',
      (office) => set(at(office.counters, 3), 'number', 1),
      'counters.3.number',
      'another counter',
    ],
    [
      'a counter of an unknown service',
      (office) => at(office.counters, 0).services.push('tax'),
      'counters.0.services.2',
      'no service has this id',
    ],
    [
      'a counter that serves nothing',
      (office) => set(at(office.counters, 0), 'services', []),
      'counters.0.services',
      'Invalid length',
    ],
    [
      'a session that ends before it starts',
      (office) => set(office.hours, 'mon', [{ from: '11:30', to: '07:30' }]),
      'hours.mon.0',
      'must end after it starts',
    ],
    [
      'sessions that overlap',
      (office) =>
        set(office.hours, 'tue', [
          { from: '07:30', to: '12:00' },
          { from: '11:30', to: '17:00' },
        ]),
      'hours.tue',
      'not overlap',
    ],
    [
      'an invalid time',
      (office) => set(office.hours, 'wed', [{ from: '7h30', to: '25:00' }]),
      'hours.wed.0.from',
      'not a time',
    ],
    ['an invalid date', (office) => set(office.specialDays, '2026-02-30', []), 'specialDays.2026-02-30', 'not a date'],
    ['an unknown time zone', (office) => set(office, 'timeZone', 'Asia/Cho_Lon'), 'timeZone', 'not an IANA time zone'],
    ['no regular class', (office) => office.ticketClasses.shift(), 'ticketClasses', '"regular" is missing'],
    [
      'a ticket class of weight 0, which would never be called',
      (office) => set(at(office.ticketClasses, 1), 'weight', 0),
      'ticketClasses.1.weight',
      'Invalid value',
    ],
    [
      'a language that is spoken twice',
      (office) => set(office.voice, 'languages', ['vi', 'en', 'vi']),
      'voice.languages.2',
      'listed twice',
    ],
    [
      'a language whose name is a path to another folder',
      (office) => set(office.voice, 'languages', ['../en']),
      'voice.languages.0',
      'a language such as vi',
    ],
    [
      'an unknown kind of printer',
      (office) => set(office.printer, 'address', 'usb'),
      'printer.address',
      'must be preview',
    ],
    [
      'a printer at an invalid port',
      (office) => set(office.printer, 'address', 'tcp://192.168.1.50:70000'),
      'printer.address',
      'must be preview',
    ],
    ['a misspelt field', (office) => set(office.rules, 'awayMinute', 5), 'rules.awayMinute', 'Invalid key'],
    ['four rating levels', (office) => set(office.rules, 'ratingLevels', 4), 'rules.ratingLevels', 'Expected (3 | 5)'],
    ['a name in one language', (office) => set(office, 'name', { vi: 'Xã' }), 'name.en', 'Invalid key'],
  ])('refuses %s and names the field in both languages', (_, spoil, path, words) => {
    const { vi, en } = problemsOf(spoil);
    expect(en).toContain(`${path}: `);
    expect(en).toContain(words);
    expect(vi).toContain(`${path}: `);
    expect(vi).not.toContain(words);
  });

  it('names a misspelt and a missing field in Vietnamese', () => {
    const misspelt = (office: Office) => {
      const { awayMinutes, ...rules } = office.rules;
      set(office, 'rules', { ...rules, awayMinute: awayMinutes });
    };
    expect(problemsOf(misspelt).vi).toBe(
      'rules.awayMinutes: thiếu mục này; rules.awayMinute: không có mục nào mang tên này',
    );
  });
});
