/** Distinguishes a scanner, which types what it reads, from a person, who cannot type as fast. */
import type { KeyMeaning } from './key-names.ts';

export interface ScannerLimits {
  /** Longest pause between two keys of a scanner where a person types digits; such a digit is delivered this much later. */
  gapMs: number;
  /** Longest mean pause of a scanner there; a fast typist needs 32 ms for a key. */
  meanMs: number;
  /** Characters that no person types with pauses of at most `gapMs`. */
  long: number;
  /** Longest pause between two keys of a scanner on a page of choices, where a person presses one key and looks. */
  choiceGapMs: number;
  /** Characters of the shortest code. */
  shortest: number;
  /** A character that the scanner is programmed to send first, for models that type as slowly as a person. */
  prefix: string | null;
  /** Longest pause between two keys after that character, or within a text that no person types here. */
  textGapMs: number;
}

export const SCANNER_LIMITS: ScannerLimits = {
  gapMs: 50,
  meanMs: 30,
  long: 10,
  choiceGapMs: 120,
  shortest: 4,
  prefix: null,
  textGapMs: 500,
};

/** What a key does on the page at this moment: `nothing` for a key that a visitor has no reason to press. */
export type Purpose = 'chooses' | 'types' | 'nothing';

export interface KeyHandlers {
  purposeOf(name: string): Purpose;
  /** A person pressed this key. */
  typed(name: string): void;
  /** A scanner typed this, as `KeyMeaning` says in two readings; null when it broke off. */
  scanned(text: { placed: string; typed: string } | null): void;
}

export interface Scanner {
  /** `at` in ms of any clock. Returns true when the key is held back until it is clear who typed it. */
  receive(key: KeyMeaning, at: number): boolean;
}

const ENDS = ['Enter', 'Tab'];
/** They belong to the key after them, and some number pads send NumLock before each digit. */
const SILENT = ['Shift', 'CapsLock', 'NumLock', 'AltGraph', 'Control', 'Alt', 'Meta'];

type Burst = (KeyMeaning & { at: number; purpose: Purpose })[];

export function createScanner(limits: ScannerLimits, handlers: KeyHandlers): Scanner {
  let burst: Burst = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function finish(ended: boolean): void {
    clearTimeout(timer);
    const keys = burst;
    burst = [];
    if (isScan(keys, limits)) handlers.scanned(ended ? textOf(keys, limits) : null);
    else if (!isText(keys, limits)) for (const { name } of keys) handlers.typed(name);
  }

  return {
    receive(key, at) {
      const { name } = key;
      const last = burst.at(-1);
      if (last && at - last.at > longestGap(burst, limits)) finish(false);
      if (SILENT.includes(name)) return false;
      const taken = burst.length > 1 || isText(burst, limits);
      if (ENDS.includes(name)) {
        finish(true);
        return taken;
      }
      // Not a character: an arrow pressed by hand, or, within a scan, a letter that an input method has withdrawn.
      if (name.length !== 1) {
        if (!taken) finish(false);
        return taken;
      }
      if (name === ' ' && burst.length === 0) return false;
      burst.push({ ...key, at, purpose: handlers.purposeOf(name) });
      clearTimeout(timer);
      timer = setTimeout(() => finish(false), longestGap(burst, limits));
      return true;
    },
  };
}

function isPrefixed([first]: Burst, { prefix }: ScannerLimits): boolean {
  return first !== undefined && prefix !== null && [first.typed, first.placed].includes(prefix);
}

/** Whether it contains what no person types here. The digits in it choose nothing, however slowly they come. */
function isText(burst: Burst, limits: ScannerLimits): boolean {
  return isPrefixed(burst, limits) || burst.some(({ purpose }) => purpose === 'nothing');
}

function longestGap(burst: Burst, limits: ScannerLimits): number {
  if (isText(burst, limits)) return limits.textGapMs;
  return burst[0]?.purpose === 'chooses' ? limits.choiceGapMs : limits.gapMs;
}

function isScan(burst: Burst, limits: ScannerLimits): boolean {
  const [first, last] = [burst[0], burst.at(-1)];
  if (isPrefixed(burst, limits)) return true;
  if (!first || !last || burst.length < limits.shortest) return false;
  if (isText(burst, limits) || first.purpose === 'chooses' || burst.length >= limits.long) return true;
  return (last.at - first.at) / (burst.length - 1) <= limits.meanMs;
}

function textOf(burst: Burst, limits: ScannerLimits): { placed: string; typed: string } {
  const keys = burst.slice(isPrefixed(burst, limits) ? 1 : 0);
  return { placed: keys.map(({ placed }) => placed).join(''), typed: keys.map(({ typed }) => typed).join('') };
}
