import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { starterOffice } from '../../server/setup/office/starter.ts';
import { clipsOf } from '../../shared/spoken/call.ts';

/** What no text for visitors, staff or operators contains, and why. */
const VIETNAMESE: [pattern: RegExp, reason: string][] = [
  [/nhân viên/i, 'a public office has cán bộ'],
  [/(?<!\p{L})bạn(?!\p{L})/iu, 'staff are addressed as anh/chị, visitors as ông/bà'],
  [/Ông\/Bà/, 'ông/bà is written in small letters'],
  [/(^|[.!?:;]\s+)(Hãy|Đề nghị)(?!\p{L})/u, 'visitors are asked with Mời or Xin, staff with Vui lòng'],
];
const ENGLISH: [pattern: RegExp, reason: string][] = [[/dossier/i, 'people hand in applications']];

const SERVER = join(import.meta.dirname, '../../server');
const WORDS = join(import.meta.dirname, '../../shared/words');

/** All texts in a value; those of a function are in its source. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return textsOf(value);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** The literals in the source of a function: a call would show only the sentence for the facts of that call. */
function textsOf(words: unknown): string[] {
  const pieces = String(words).match(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/gs) ?? [];
  return pieces.map((piece) => piece.slice(1, -1));
}

async function wordsOf(file: string): Promise<string[]> {
  const module: unknown = await import(join(WORDS, file));
  return textsIn(module);
}

const files = ['vi', 'en'].flatMap((language) =>
  readdirSync(join(WORDS, language)).map((name) => `${language}/${name}`),
);
const languageOf = (file: string) => file.slice(0, 2);

function broken(texts: readonly string[], rules: readonly [RegExp, string][]): string[] {
  return rules.flatMap(([pattern, reason]) =>
    texts.filter((text) => pattern.test(text)).map((text) => `${text} – ${reason}`),
  );
}

const rulesOf = (language: string) => (language === 'vi' ? VIETNAMESE : ENGLISH);

describe('the words of the product', () => {
  it.each(files)('in %s keep the house rules', async (file) => {
    const texts = await wordsOf(file);
    expect(texts.length).toBeGreaterThan(0);
    expect(broken(texts, rulesOf(languageOf(file)))).toEqual([]);
  });

  it.each(files)('in %s are composed letters (NFC)', async (file) => {
    for (const text of await wordsOf(file)) expect(text).toBe(text.normalize('NFC'));
  });

  it.each(['vi', 'en'])('keep the house rules where they are spoken in %s', (language) => {
    const texts = Object.values(clipsOf(language));
    expect(broken(texts, rulesOf(language))).toEqual([]);
    for (const text of texts) expect(text).toBe(text.normalize('NFC'));
  });

  it.each(['vi', 'en'])('keep the house rules in the office of the first start in %s', (language) => {
    const texts = textsUnder(starterOffice, language);
    expect(texts.length).toBeGreaterThan(20);
    expect(broken(texts, rulesOf(language))).toEqual([]);
    for (const text of texts) expect(text).toBe(text.normalize('NFC'));
  });

  it('keep the house rules in the messages of the server', () => {
    const sources = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const texts = sources.flatMap((name) => textsOf(readFileSync(join(SERVER, name), 'utf8')));
    expect(texts.length).toBeGreaterThan(1000);
    expect(broken(texts, VIETNAMESE)).toEqual([]);
  });

  it('are found where a rule is broken, also inside a function', () => {
    const texts = textsIn({
      a: 'Xin hỏi nhân viên',
      b: (count: number) => `Chào bạn, ${count} số`,
      c: { d: 'Xin chờ. Hãy quay lại', e: 'Mời Ông/Bà' },
    });
    expect(broken(texts, VIETNAMESE)).toHaveLength(4);
    expect(broken(['Đề nghị đánh giá', 'Cán bộ có thể đề nghị xem', 'bàn làm việc', 'hãy'], VIETNAMESE)).toHaveLength(
      1,
    );
    expect(broken(['Several dossiers'], ENGLISH)).toHaveLength(1);
  });
});

/** The texts under each key `vi` or `en` of an office's description. */
function textsUnder(value: unknown, language: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === language && typeof inner === 'string' ? [inner] : textsUnder(inner, language),
  );
}
