// What an official does to office.json with a text editor: read where it can be, and every mistake in plain words at its place.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mistakesIn } from '../../../server/setup/office/edited-file.ts';
import { officeFormat } from '../../../server/setup/office/office-store.ts';
import type { Office } from '../../../shared/office/office.ts';
import { communeOffice } from '../../office.ts';
import { started } from '../started.ts';

const VERSION = officeFormat.upgrades.length + 1;
const textOf = (office: unknown): string => JSON.stringify({ version: VERSION, data: office }, null, 2);
const GOOD = textOf(communeOffice);
const mistakes = (text: string) => mistakesIn(text, officeFormat);
/** The line and column, counted from 1, at which this piece of the text begins. */
function placeOf(text: string, piece: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(piece));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

type Change = (office: Office & Record<string, never>) => unknown;
/** Any field of the description, also one that its type does not allow. */
const set = (change: (office: never) => unknown): Change => change as Change;

describe('a mistake in a value', () => {
  it.each<[vi: string, en: string, spoil: Change]>([
    [
      'lĩnh vực thứ 2 (Đất đai – Xây dựng), chữ cái: phải là một chữ cái từ A đến Z, đang là "Đ"',
      'service 2 (Land – Construction), the letter: must be a letter from A to Z, it is "Đ"',
      set((o: Office) => Object.assign(o.services[1] ?? {}, { letter: 'Đ' })),
    ],
    [
      'giờ làm việc, thứ Hai, buổi thứ 1, lúc bắt đầu: không phải giờ từ 00:00 đến 24:00, đang là "7h30"',
      'the opening hours, Monday, session 1, the beginning: not a time between 00:00 and 24:00, it is "7h30"',
      set((o: Office) => Object.assign(o.hours, { mon: [{ from: '7h30', to: '11:30' }] })),
    ],
    [
      'giờ làm việc, thứ Ba, buổi thứ 1: giờ kết thúc phải sau giờ bắt đầu',
      'the opening hours, Tuesday, session 1: a session must end after it starts',
      set((o: Office) => Object.assign(o.hours, { tue: [{ from: '11:30', to: '07:30' }] })),
    ],
    [
      'giờ làm việc, thứ Tư: thiếu mục này',
      'the opening hours, Wednesday: this entry is missing',
      set((o: Office) => Reflect.deleteProperty(o.hours, 'wed')),
    ],
    [
      'tên, tiếng Anh: không được để trống, đang là ""',
      'the name, in English: must not be empty, it is ""',
      set((o: Office) => Object.assign(o.name, { en: '' })),
    ],
    [
      'tên: phải là một nhóm mục trong { }, đang là "UBND"',
      'the name: must be a group of entries in { }, it is "UBND"',
      set((o: Office) => Object.assign(o, { name: 'UBND' })),
    ],
    [
      'đường dây nóng: phải là chữ trong dấu ngoặc kép, đang là 1022',
      'the hotline: must be text in quotes, it is 1022',
      set((o: Office) => Object.assign(o, { hotline: 1022 })),
    ],
    [
      'múi giờ: không phải múi giờ IANA, ví dụ Asia/Ho_Chi_Minh, đang là "Hà Nội"',
      'the time zone: not an IANA time zone such as Asia/Ho_Chi_Minh, it is "Hà Nội"',
      set((o: Office) => Object.assign(o, { timeZone: 'Hà Nội' })),
    ],
    [
      'quầy thứ 4 (1), số quầy: số quầy này bị trùng',
      'counter 4 (1), the number: another counter has this number',
      set((o: Office) => Object.assign(o.counters[3] ?? {}, { number: 1 })),
    ],
    [
      'quầy thứ 1 (0), số quầy: phải từ 1 trở lên, đang là 0',
      'counter 1 (0), the number: must be 1 or more, it is 0',
      set((o: Office) => Object.assign(o.counters[0] ?? {}, { number: 0 })),
    ],
    [
      'quầy thứ 1 (1.5), số quầy: phải là số nguyên, đang là 1.5',
      'counter 1 (1.5), the number: must be a whole number, it is 1.5',
      set((o: Office) => Object.assign(o.counters[0] ?? {}, { number: 1.5 })),
    ],
    [
      'quầy thứ 1 (1), lĩnh vực thứ 3: không có lĩnh vực nào mang mã này',
      'counter 1 (1), service 3: no service has this id',
      set((o: Office) => o.counters[0]?.services.push('tax')),
    ],
    [
      'quầy thứ 2 (2), danh sách lĩnh vực: phải có ít nhất 1 mục',
      'counter 2 (2), the list of services: must have at least 1',
      set((o: Office) => Object.assign(o.counters[1] ?? {}, { services: [] })),
    ],
    [
      'danh sách quầy: phải là danh sách trong [ ]',
      'the list of counters: must be a list in [ ]',
      set((o: Office) => Object.assign(o, { counters: {} })),
    ],
    [
      'diện thứ 2 (Người cao tuổi (từ 60 tuổi)), hệ số: phải từ 0.1 trở lên, đang là 0',
      'ticket class 2 (Elderly (60 and over)), the weight: must be 0.1 or more, it is 0',
      set((o: Office) => Object.assign(o.ticketClasses[1] ?? {}, { weight: 0 })),
    ],
    [
      'danh sách diện: thiếu diện "regular" (số thường)',
      'the list of ticket classes: the ticket class "regular" is missing',
      set((o: Office) => o.ticketClasses.shift()),
    ],
    [
      'quy tắc, số mức đánh giá: phải là một trong: 3, 5, đang là 4',
      'the rules, the rating levels: must be one of: 3, 5, it is 4',
      set((o: Office) => Object.assign(o.rules, { ratingLevels: 4 })),
    ],
    [
      'quy tắc, "awayMinute": không có mục nào mang tên này',
      'the rules, "awayMinute": there is no such entry',
      set((o: Office) => Object.assign(o.rules, { awayMinute: 5 })),
    ],
    [
      'máy in, khổ giấy: phải là một trong: 58, 80, đang là 76',
      'the printer, the paper width: must be one of: 58, 80, it is 76',
      set((o: Office) => Object.assign(o.printer, { paperWidthMm: 76 })),
    ],
    [
      'giao diện, màu nhấn: phải là màu dạng #f5b700, đang là "vàng"',
      'the look, the accent colour: must be a colour such as #f5b700, it is "vàng"',
      set((o: Office) => Object.assign(o.look, { accent: 'vàng' })),
    ],
    [
      'đọc thông báo: phải là true hoặc false, đang là "có"',
      'reading notices aloud: must be true or false, it is "có"',
      set((o: Office) => Object.assign(o, { speakNotices: 'có' })),
    ],
    [
      'màn hình thứ 1 (Sảnh chờ), chỗ hiện số được gọi: phải là một trong: "left", "below", đang là "right"',
      'screen 1 (Waiting hall), the place of calls: must be one of: "left", "below", it is "right"',
      set((o: Office) => Object.assign(o.screens[0], { calls: 'right' })),
    ],
    [
      'lĩnh vực thứ 1 (Hộ tịch – Chứng thực), mã: chỉ gồm chữ không dấu, chữ số, _ và -, nhiều nhất 64, đang là "hộ tịch"',
      'service 1 (Civil status – Certification), the id: must have letters, digits, _ and - only, at most 64, it is "hộ tịch"',
      set((o: Office) => {
        for (const counter of o.counters)
          counter.services = counter.services.map((id) => (id === 'civil-status' ? 'hộ tịch' : id));
        Object.assign(o.services[0] ?? {}, { id: 'hộ tịch' });
      }),
    ],
  ])('is said as "%s"', (vi, en, spoil) => {
    const office = structuredClone(communeOffice);
    spoil(office as Office & Record<string, never>);
    const found = mistakes(textOf(office)).map(({ text }) => text);
    expect(found.map((text) => text.vi)).toContain(vi);
    expect(found.map((text) => text.en)).toContain(en);
  });

  it('has the line and the column of the value, or of what lacks it', () => {
    const office = structuredClone(communeOffice);
    Object.assign(office.services[2] ?? {}, { letter: 'Đ' });
    Object.assign(office.rules, { awayMinute: 5 });
    Reflect.deleteProperty(office.hours, 'wed');
    const text = textOf(office);
    expect(mistakes(text).map(({ line, column }) => ({ line, column }))).toEqual([
      placeOf(text, '{\n      "mon"'),
      placeOf(text, '"Đ"'),
      placeOf(text, '"awayMinute"'),
    ]);
  });

  it('is found beside all others in one round, those between different parts of the file included', () => {
    const office = structuredClone(communeOffice);
    Object.assign(office, { hotline: 1022, hours: { ...office.hours, mon: [{ from: '7h30', to: '11:30' }] } });
    Object.assign(office.services[1] ?? {}, { letter: office.services[0]?.letter });
    office.counters[0]?.services.push('tax');
    expect(mistakes(textOf(office)).map(({ text }) => text.en)).toEqual([
      'the hotline: must be text in quotes, it is 1022',
      'the opening hours, Monday, session 1, the beginning: not a time between 00:00 and 24:00, it is "7h30"',
      'service 2 (Land – Construction), the letter: another service has this letter',
      'counter 1 (1), service 3: no service has this id',
    ]);
  });
});

describe('a mistake in the form of the file', () => {
  it.each<[what: string, spoil: (text: string) => string, at: string, en: string]>([
    [
      'a comma too few',
      (text) => text.replace('"hotline": "1022",', '"hotline": "1022"'),
      '"timeZone"',
      'a comma is missing before this',
    ],
    [
      'a comma too many before }',
      (text) => text.replace('"speakNotices": false', '"speakNotices": false,'),
      '}\n}',
      'a comma too many before }',
    ],
    ['a value without quotes', (text) => text.replace('"1022"', 'so1022'), 'so1022', 'this value must be in quotes'],
    ['a colon too few', (text) => text.replace('"hotline":', '"hotline"'), '"1022"', 'a colon is missing before this'],
    [
      'a comment',
      (text) => text.replace('"hotline"', '// điện thoại\n"hotline"'),
      '// điện',
      'the file must not have comments',
    ],
    [
      'a name without quotes',
      (text) => text.replace('"hotline"', 'hotline'),
      'hotline',
      'the name of an entry in quotes is missing',
    ],
    [
      'a text that goes on in the next line',
      (text) => text.replace('1022', '10\n22'),
      '"10\n',
      'the quote at the end of the text is missing',
    ],
  ])('is named with its line and column: %s', (_, spoil, at, en) => {
    const text = spoil(GOOD);
    expect(text).not.toBe(GOOD);
    const [first] = mistakes(text);
    expect(first).toMatchObject({ ...placeOf(text, at), text: { en } });
  });

  it('hides no wrong value', () => {
    const text = GOOD.replace('"letter": "A"', '"letter": "Đ"').replace(
      '"speakNotices": false',
      '"speakNotices": false,',
    );
    expect(mistakes(text).map((mistake) => mistake.text.en)).toEqual([
      'service 1 (Civil status – Certification), the letter: must be a letter from A to Z, it is "Đ"',
      'a comma too many before }',
    ]);
  });

  it.each(['', '[]', '7', '{"data":{}}', '{"version":"8"}'])('is found in %j', (text) => {
    expect(mistakes(text)).not.toEqual([]);
  });
});

describe('the start with an edited office.json', () => {
  const edited = async (text: string | Buffer) => {
    const { folder, logged, setup, reopen } = await started();
    await setup.store.save({
      at: 1,
      by: 'Lan',
      requestId: 'r',
      office: communeOffice,
      takesEffect: null,
      moveTo: null,
    });
    const path = join(folder, 'office.json');
    await writeFile(path, text);
    return { path, folder, logged, reopen, again: await reopen() };
  };
  const RENAMED = GOOD.replace('"1022"', '"1900 1234"');

  it.each<[string, Buffer]>([
    ['a byte order mark', Buffer.from(`\uFEFF${RENAMED}`)],
    ['Windows line ends', Buffer.from(RENAMED.replaceAll('\n', '\r\n'))],
    ['UTF-16, as Notepad once saved', Buffer.from(`\uFEFF${RENAMED}`, 'utf16le')],
    ['UTF-16 with the other order of bytes', Buffer.from(`\uFEFF${RENAMED}`, 'utf16le').swap16()],
  ])('reads it with %s', async (_, bytes) => {
    const { again, logged } = await edited(bytes);
    expect(again.store.office.hotline).toBe('1900 1234');
    expect(again.store.mistakes).toEqual([]);
    expect(logged).toEqual([]);
  });

  it('goes on with the description before it, says every mistake, and leaves the file as it is', async () => {
    const wrong = RENAMED.replace('"letter": "A"', '"letter": "Đ"');
    const { path, logged, again, reopen } = await edited(wrong);
    expect(again.store.office).toEqual(communeOffice);
    expect(again.store.mistakes).toMatchObject([
      { ...placeOf(wrong, '"Đ"'), text: { vi: expect.stringContaining('chữ cái') } },
    ]);
    expect(logged).toMatchObject([{ level: 'error', code: 'office-refused', facts: { mistakes: 1 } }]);
    expect(await readFile(path, 'utf8')).toBe(wrong);
    await writeFile(path, RENAMED);
    const { store } = await reopen();
    expect([store.office.hotline, store.mistakes, store.latest.by]).toEqual(['1900 1234', [], null]);
  });

  it('keeps the refused file under another name when a supervisor saves a change', async () => {
    const { path, again, reopen } = await edited('{"version":8,');
    const office = { ...communeOffice, hotline: '1022' };
    await again.store.save({ at: 2, by: 'Lan', requestId: 's', office, takesEffect: null, moveTo: null });
    expect(again.store.mistakes).toEqual([]);
    expect(await readFile(`${path}.refused`, 'utf8')).toBe('{"version":8,');
    expect((await reopen()).store.office).toEqual(office);
  });
});
