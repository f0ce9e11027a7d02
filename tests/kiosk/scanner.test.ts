import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createScanner,
  type KeyHandlers,
  type Purpose,
  SCANNER_LIMITS,
  type ScannerLimits,
} from '../../kiosk/parts/scanner.ts';

/** Without `purposeOf` the page takes each key as text. */
function keyboard(limits: Partial<ScannerLimits> = {}, purposeOf: KeyHandlers['purposeOf'] = () => 'types') {
  const typed: string[] = [];
  const scans: (string | null)[] = [];
  const scanner = createScanner(
    { ...SCANNER_LIMITS, ...limits },
    { purposeOf, typed: (key) => typed.push(key), scanned: (text) => scans.push(text?.placed ?? null) },
  );
  const meaning = (name: string) => ({
    name,
    typed: name.length === 1 ? name : '',
    placed: name.length === 1 ? name : '',
  });
  /** Types keys with the same pause between them and returns which ones were held back. */
  const type = (keys: readonly string[], gapMs: number) =>
    keys.map((key, index) => {
      if (index > 0) vi.advanceTimersByTime(gapMs);
      return scanner.receive(meaning(key), Date.now());
    });
  return { type, typed, scans };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a scanner', () => {
  it.each([
    ['A012', 5],
    ['https://office.example/t/9fK3-x_7', 5],
    ['001203012345|123456789|Nguyen Van A|01021960|Nam|Xom 1|01012021', 18],
  ])('is recognised by its speed: %s at %d ms a key', (code, gapMs) => {
    const { type, typed, scans } = keyboard();
    const taken = type([...code, 'Enter'], gapMs);
    expect(scans).toEqual([code]);
    expect(typed).toEqual([]);
    expect(taken).not.toContain(false);
  });

  it('may end with Tab and loses only the letters that the keyboard layout does not have', () => {
    const { type, scans } = keyboard();
    type(['1', '2', '|', 'Shift', 'N', 'Dead', 'Unidentified', 'A', 'Tab'], 8);
    expect(scans).toEqual(['12|NA']);
  });

  it('that breaks off is reported as such and presses nothing', () => {
    const { type, typed, scans } = keyboard();
    type([...'0012030'], 6);
    vi.advanceTimersByTime(SCANNER_LIMITS.gapMs);
    expect(scans).toEqual([null]);
    expect(typed).toEqual([]);
  });

  it('that types as slowly as a person is recognised by its prefix', () => {
    const { type, typed, scans } = keyboard({ prefix: '~' });
    type([...'~A012', 'Enter'], 95);
    expect(scans).toEqual(['A012']);
    expect(typed).toEqual([]);
  });
});

describe('a person', () => {
  it.each([59, 75, 300])('is not taken for a scanner at %d ms a key', (gapMs) => {
    const { type, typed, scans } = keyboard();
    type([...'A012', 'Enter'], gapMs);
    vi.runAllTimers();
    expect(scans).toEqual([]);
    expect(typed.join('')).toBe('A012');
  });

  it('who types at 32 ms a key is not taken for a scanner', () => {
    const { type, typed, scans } = keyboard();
    type([...'11223', 'Enter'], 32);
    expect(scans).toEqual([]);
    expect(typed.join('')).toBe('11223');
  });

  it('waits for the effect of a key no longer than the longest pause', () => {
    const { type, typed } = keyboard();
    type(['3'], 0);
    expect(typed).toEqual([]);
    vi.advanceTimersByTime(SCANNER_LIMITS.gapMs);
    expect(typed).toEqual(['3']);
  });

  it('can press the focused button by Enter and space, and move by arrows', () => {
    const { type } = keyboard();
    expect(type(['Enter', ' ', 'ArrowDown', 'Backspace'], 500)).toEqual([false, false, false, false]);
    expect(type(['3', 'Enter'], 20)).toEqual([true, false]);
  });
});

describe('a slow scanner without a prefix', () => {
  const ID = '3f2b8c1e-9d4a-4c77-b1f0-5a6d7e8f9012';
  /** A page of choices has number keys; a page that takes digits has them as text. Letters have no button on either. */
  const page = (purpose: Purpose) => (name: string) => (/[\d/.+*-]/.test(name) ? purpose : 'nothing');

  it.each([60, 200, 450])('presses no tile at %d ms a key, and its address is read', (gapMs) => {
    const { type, typed, scans } = keyboard({}, page('chooses'));
    const taken = type([...`https://office.example/t/${ID}`, 'Enter'], gapMs);
    expect(scans).toEqual([`https://office.example/t/${ID}`]);
    expect(typed).toEqual([]);
    expect(taken).not.toContain(false);
  });

  it.each([ID, '089060012345|123456789|Nguyen Van A', '482917'])('presses no tile at 110 ms a key with %s', (code) => {
    const { type, typed, scans } = keyboard({}, page('chooses'));
    type([...code, 'Enter'], 110);
    expect(scans).toEqual([code]);
    expect(typed).toEqual([]);
  });

  it('types no digits behind letters where digits are typed', () => {
    const { type, typed, scans } = keyboard({}, page('types'));
    type([...'http://a/t/123456', 'Enter'], 300);
    expect(scans).toEqual(['http://a/t/123456']);
    expect(typed).toEqual([]);
  });

  it('that breaks off presses nothing', () => {
    const { type, typed, scans } = keyboard({}, page('chooses'));
    type([...'https://office.example/t/3f'], 90);
    vi.runAllTimers();
    expect([scans, typed]).toEqual([[null], []]);
  });
});

describe('a person at a page of choices', () => {
  const chooses = () => 'chooses' as const;

  it('presses two keys quickly one after the other', () => {
    const { type, typed, scans } = keyboard({}, chooses);
    type(['1', '2'], 100);
    vi.runAllTimers();
    expect([scans, typed]).toEqual([[], ['1', '2']]);
  });

  it('with a number pad that sends NumLock before each digit is understood', () => {
    const { type, typed } = keyboard({}, chooses);
    type(['NumLock', '1', 'NumLock'], 5);
    vi.runAllTimers();
    expect(typed).toEqual(['1']);
  });

  it('who presses a letter chooses nothing by the digit after it', () => {
    const { type, typed, scans } = keyboard({}, (name) => (name === 'q' ? 'nothing' : 'chooses'));
    type(['q', '1'], 300);
    vi.runAllTimers();
    expect([scans, typed]).toEqual([[], []]);
  });
});
