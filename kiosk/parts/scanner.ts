/** Distinguishes a scanner, which types what it reads, from a person, who cannot type as fast. */

export interface ScannerLimits {
  /** Longest pause between two keys of a scanner; a key typed by hand is delivered this much later. */
  gapMs: number;
  /** Longest mean pause of a scanner; a fast typist needs 32 ms for a key. */
  meanMs: number;
  /** Characters of the shortest code. */
  shortest: number;
  /** A character that the scanner is programmed to send first. Models that type as slowly as a person need one. */
  prefix: string | null;
  /** Longest pause between two keys after that character. */
  prefixGapMs: number;
}

export const SCANNER_LIMITS: ScannerLimits = { gapMs: 50, meanMs: 30, shortest: 4, prefix: null, prefixGapMs: 500 };

export interface KeyHandlers {
  /** A person pressed this key. */
  typed(key: string): void;
  /** A scanner typed this text; null when it broke off. */
  scanned(text: string | null): void;
}

export interface Scanner {
  /** `at` in ms of any clock. Returns true when the key is held back until it is clear who typed it. */
  receive(key: string, at: number): boolean;
}

const ENDS = ['Enter', 'Tab'];

export function createScanner(limits: ScannerLimits, handlers: KeyHandlers): Scanner {
  let burst: { key: string; at: number }[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const prefixed = () => burst[0] !== undefined && burst[0].key === limits.prefix;
  const longestGap = () => (prefixed() ? limits.prefixGapMs : limits.gapMs);

  function finish(ended: boolean): void {
    clearTimeout(timer);
    const keys = burst.map(({ key }) => key);
    const scanned = prefixed() || isFast(burst, limits);
    const text = keys.slice(prefixed() ? 1 : 0).join('');
    burst = [];
    if (scanned) handlers.scanned(ended ? text : null);
    else for (const key of keys) handlers.typed(key);
  }

  return {
    receive(key, at) {
      const last = burst.at(-1);
      if (last && at - last.at > longestGap()) finish(false);
      if (ENDS.includes(key)) {
        const taken = burst.length > 1;
        finish(true);
        return taken;
      }
      // Not a character: an arrow pressed by hand, or, within a scan, a letter that the keyboard layout does not have.
      if (key.length !== 1) {
        const taken = burst.length > 1;
        if (!taken) finish(false);
        return taken;
      }
      if (key === ' ' && burst.length === 0) return false;
      burst.push({ key, at });
      clearTimeout(timer);
      timer = setTimeout(() => finish(false), longestGap());
      return true;
    },
  };
}

function isFast(burst: readonly { at: number }[], { shortest, meanMs }: ScannerLimits): boolean {
  const [first, last] = [burst[0], burst.at(-1)];
  if (!first || !last || burst.length < shortest) return false;
  return (last.at - first.at) / (burst.length - 1) <= meanMs;
}
