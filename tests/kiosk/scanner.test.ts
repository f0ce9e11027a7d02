import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScanner, SCANNER_LIMITS, type ScannerLimits } from '../../kiosk/parts/scanner.ts';

function desk(limits: Partial<ScannerLimits> = {}) {
  const typed: string[] = [];
  const scans: (string | null)[] = [];
  const scanner = createScanner(
    { ...SCANNER_LIMITS, ...limits },
    { typed: (key) => typed.push(key), scanned: (text) => scans.push(text) },
  );
  /** Types one key after another with the same pause and tells which ones were taken. */
  const type = (keys: readonly string[], gapMs: number) =>
    keys.map((key, index) => {
      if (index > 0) vi.advanceTimersByTime(gapMs);
      return scanner.receive(key, Date.now());
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
  ])('is heard: %s at %d ms', (code, gapMs) => {
    const { type, typed, scans } = desk();
    const taken = type([...code, 'Enter'], gapMs);
    expect(scans).toEqual([code]);
    expect(typed).toEqual([]);
    expect(taken).not.toContain(false);
  });

  it('may end with Tab and loses only the letters that the keyboard does not know', () => {
    const { type, scans } = desk();
    type(['1', '2', '|', 'Shift', 'N', 'Dead', 'Unidentified', 'A', 'Tab'], 8);
    expect(scans).toEqual(['12|NA']);
  });

  it('that breaks off is heard as such and presses nothing', () => {
    const { type, typed, scans } = desk();
    type([...'0012030'], 6);
    vi.advanceTimersByTime(SCANNER_LIMITS.gapMs);
    expect(scans).toEqual([null]);
    expect(typed).toEqual([]);
  });

  it('that is as slow as a person is heard by its programmed sign', () => {
    const { type, typed, scans } = desk({ prefix: '~' });
    type([...'~A012', 'Enter'], 95);
    expect(scans).toEqual(['A012']);
    expect(typed).toEqual([]);
  });
});

describe('a person', () => {
  it.each([59, 75, 300])('is not taken for a scanner at %d ms a key', (gapMs) => {
    const { type, typed, scans } = desk();
    type([...'A012', 'Enter'], gapMs);
    vi.runAllTimers();
    expect(scans).toEqual([]);
    expect(typed.join('')).toBe('A012');
  });

  it('who drums at 32 ms a key still types', () => {
    const { type, typed, scans } = desk();
    type([...'11223', 'Enter'], 32);
    expect(scans).toEqual([]);
    expect(typed.join('')).toBe('11223');
  });

  it('waits no longer than the longest pause for a key', () => {
    const { type, typed } = desk();
    type(['3'], 0);
    expect(typed).toEqual([]);
    vi.advanceTimersByTime(SCANNER_LIMITS.gapMs);
    expect(typed).toEqual(['3']);
  });

  it('keeps Enter, the space bar and the arrows for the button in focus', () => {
    const { type } = desk();
    expect(type(['Enter', ' ', 'ArrowDown', 'Backspace'], 500)).toEqual([false, false, false, false]);
    expect(type(['3', 'Enter'], 20)).toEqual([true, false]);
  });
});
