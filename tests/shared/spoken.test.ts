import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../build/prepare.mjs';
import { starterOffice } from '../../server/setup/office/starter.ts';
import type { Voice } from '../../shared/office/office.ts';
import { callPhrases, callSentence, clipsOf, numberClips, type SpokenCall } from '../../shared/spoken/call.ts';
import { HELP_STEPS, helpPhrases } from '../../shared/spoken/help.ts';
import { stateClips } from '../../shared/spoken/service-state.ts';

const DIALECTS: Voice['dialect'][] = ['north', 'south'];
const CALL: SpokenCall = {
  number: 'A012',
  counterNumber: 3,
  language: 'vi',
  style: 'digits',
  dialect: 'north',
  recall: false,
};
const thousand = Array.from({ length: 1000 }, (_, value) => value);
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

function numberWords(value: number, language: string, dialect: Voice['dialect']): string {
  return numberClips(value, language, dialect)
    .map((clip) => clipsOf(language)[clip])
    .join(' ');
}

/** All clips that calls in this language may need. */
function* everyClip(language: string): Generator<string> {
  for (const dialect of DIALECTS) {
    for (const style of ['digits', 'whole'] as const) {
      for (const letter of letters) {
        for (const ordinal of thousand) {
          const number = `${letter}${String(ordinal).padStart(3, '0')}`;
          const counterNumber = (ordinal % 99) + 1;
          yield* callPhrases({ number, counterNumber, language, style, dialect, recall: ordinal % 2 === 1 }).flat();
        }
      }
      yield* callPhrases({ ...CALL, number: 'A1000', language, style, dialect }).flat();
      yield* callPhrases({ ...CALL, number: 'A999999', language, style, dialect }).flat();
    }
  }
}

const [firstService, ...otherServices] = starterOffice.services;
if (!firstService) throw new Error('the starter office has no service');
const withInformationDesk = {
  ...starterOffice,
  services: [...otherServices, { ...firstService, informationDesk: true }],
};

const FURTHER_BUTTONS = [
  '-',
  '0',
  '1',
  'Enter',
  'Backspace',
  'Delete',
  'Plus',
  'PageUp',
  'PageDown',
  'language-vi',
  'language-en',
];
/** More than a number pad has keys for. */
const manyVisits = Array.from({ length: 12 }, () => 'A012');

/**
 * All clips that the steps of the starter office's kiosk need, also with an information desk, but the names of services, which
 * each office records.
 */
function* helpSteps(language: string): Generator<string> {
  const spokenIn = language === 'en' ? 'en' : 'vi';
  for (const step of HELP_STEPS) {
    for (const focus of [undefined, ...FURTHER_BUTTONS]) {
      const help = { step, language: spokenIn, number: 'A012', visits: manyVisits, focus } as const;
      for (const { clips, otherwise } of helpPhrases(help, withInformationDesk))
        yield* [...clips, ...(otherwise ?? [])].filter((id) => !id.startsWith('service-'));
    }
  }
  for (const availability of ['available', 'limit-reached', 'not-served'] as const)
    yield* stateClips({ id: 'a', availability, waiting: 2, openCounters: 0 }, spokenIn, 'south');
  for (const slot of ['below', 'left', 'right'] as const)
    for (const { clips } of helpPhrases({ step: 'result', language: spokenIn, slot }, withInformationDesk))
      yield* clips;
}

describe('number words', () => {
  it.each([
    [0, 'không'],
    [4, 'bốn'],
    [5, 'năm'],
    [10, 'mười'],
    [11, 'mười một'],
    [14, 'mười bốn'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [25, 'hai mươi lăm'],
    [44, 'bốn mươi tư'],
    [55, 'năm mươi lăm'],
    [91, 'chín mươi mốt'],
    [99, 'chín mươi chín'],
    [100, 'một trăm'],
    [101, 'một trăm linh một'],
    [104, 'một trăm linh bốn'],
    [105, 'một trăm linh năm'],
    [110, 'một trăm mười'],
    [111, 'một trăm mười một'],
    [115, 'một trăm mười lăm'],
    [121, 'một trăm hai mươi mốt'],
    [215, 'hai trăm mười lăm'],
    [555, 'năm trăm năm mươi lăm'],
    [999, 'chín trăm chín mươi chín'],
    [1000, 'một nghìn'],
    [1005, 'một nghìn không trăm linh năm'],
    [1015, 'một nghìn không trăm mười lăm'],
    [21_100, 'hai mươi mốt nghìn một trăm'],
  ])('say %i as "%s" in the north', (value, words) => {
    expect(numberWords(value, 'vi', 'north')).toBe(words);
  });

  it('differ in the south only by lẻ, ngàn and bốn after mươi', () => {
    expect(numberWords(101, 'vi', 'south')).toBe('một trăm lẻ một');
    expect(numberWords(1008, 'vi', 'south')).toBe('một ngàn không trăm lẻ tám');
    for (const value of thousand) {
      const north = numberWords(value, 'vi', 'north');
      expect(numberWords(value, 'vi', 'south')).toBe(north.replace('linh', 'lẻ').replace('mươi tư', 'mươi bốn'));
    }
  });

  it.each([
    [0, 'zero'],
    [12, 'twelve'],
    [15, 'fifteen'],
    [20, 'twenty'],
    [21, 'twenty one'],
    [100, 'one hundred'],
    [101, 'one hundred and one'],
    [112, 'one hundred and twelve'],
    [999, 'nine hundred and ninety nine'],
    [1000, 'one thousand'],
    [1005, 'one thousand and five'],
    [12_345, 'twelve thousand three hundred and forty five'],
  ])('say %i as "%s" in English', (value, words) => {
    expect(numberWords(value, 'en', 'north')).toBe(words);
  });

  it.each(['vi', 'en'])('are different for every number from 0 to 999 in %s', (language) => {
    expect(new Set(thousand.map((value) => numberWords(value, language, 'north'))).size).toBe(1000);
  });

  it('use mốt and tư after mươi only, and lăm instead of năm after a ten', () => {
    for (const value of thousand) {
      const words = ` ${numberWords(value, 'vi', 'north')} `;
      expect(words).not.toMatch(/ (mười|mươi) năm /);
      expect(words).not.toMatch(/ mươi (một|bốn) /);
      expect(words).not.toMatch(/ (linh|mười) (mốt|tư) /);
      expect(words).not.toMatch(/ linh lăm /);
    }
  });

  it('throw for a value that no ticket number can have', () => {
    for (const value of [-1, 1.5, Number.NaN, 1_000_000]) {
      expect(() => numberClips(value, 'vi', 'north')).toThrow(RangeError);
    }
  });
});

describe('a spoken call', () => {
  it.each<[Partial<SpokenCall>, string]>([
    [{}, 'Mời công dân có số A không một hai, đến quầy số ba.'],
    [{ style: 'whole' }, 'Mời công dân có số A mười hai, đến quầy số ba.'],
    [{ recall: true }, 'Xin nhắc lại, mời công dân có số A không một hai, đến quầy số ba.'],
    [{ counterNumber: 24 }, 'Mời công dân có số A không một hai, đến quầy số hai mươi tư.'],
    [{ number: 'B105', style: 'whole', dialect: 'south' }, 'Mời công dân có số B một trăm lẻ năm, đến quầy số ba.'],
    [{ number: 'A1000' }, 'Mời công dân có số A một không không không, đến quầy số ba.'],
    [{ language: 'en' }, 'Ticket number A zero one two, please go to counter three.'],
    [
      { language: 'en', style: 'whole', recall: true },
      'Once again, ticket number A twelve, please go to counter three.',
    ],
  ])('with %j says "%s"', (fields, sentence) => {
    expect(callSentence({ ...CALL, ...fields })).toBe(sentence);
  });

  it('is spoken digit by digit in a language of the office’s own', () => {
    const call: SpokenCall = { ...CALL, language: 'km', style: 'whole', counterNumber: 12 };
    expect(callPhrases(call)).toEqual([
      ['please-come', 'letter-a', 'digit-0', 'digit-1', 'digit-2'],
      ['to-counter', 'digit-1', 'digit-2'],
    ]);
    expect(callSentence(call)).toBeNull();
  });

  it.each(['vi', 'en', 'km'])('needs only clips that are listed for %s', (language) => {
    const listed = new Set(Object.keys(clipsOf(language)));
    expect([...new Set(everyClip(language))].filter((id) => !listed.has(id))).toEqual([]);
  });
});

describe('the shipped clips', () => {
  it.each(['vi', 'en'])('are those that calls and the starter office need, and no others, in %s', (language) => {
    const needed = new Set([...everyClip(language), ...helpSteps(language)]);
    const unshipped = [...needed].filter((id) => !existsSync(join(ROOT, 'server/voice/clips', language, `${id}.wav`)));
    expect(unshipped).toEqual([]);
    expect(needed).toEqual(new Set(Object.keys(clipsOf(language))));
  });
});
