/** Scanners type what they read, as fast as no person does. */

export interface ScannerLimits {
  /** Longest pause within a burst, and how late a person's key is passed on. */
  gapMs: number;
  /** Mean pause of a burst; somebody who types at 32 ms a key must not be taken for a scanner. */
  meanMs: number;
  /** Signs of the shortest code. */
  shortest: number;
  /** A sign that the scanner is programmed to send first. Some models type no faster than a person: they need one. */
  prefix: string | null;
  /** Longest pause after that sign. */
  prefixGapMs: number;
}

export const SCANNER_LIMITS: ScannerLimits = { gapMs: 50, meanMs: 30, shortest: 4, prefix: null, prefixGapMs: 500 };

export interface Ears {
  /** A key that a person pressed. */
  typed(key: string): void;
  /** What was scanned; null for a burst that breaks off. */
  scanned(text: string | null): void;
}

export interface Scanner {
  /** `at` in ms of any clock. Returns whether the key was taken: kept back until it is clear who typed it. */
  hear(key: string, at: number): boolean;
}

const ENDS = ['Enter', 'Tab'];

export function createScanner(limits: ScannerLimits, ears: Ears): Scanner {
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
    if (scanned) ears.scanned(ended ? text : null);
    else for (const key of keys) ears.typed(key);
  }

  return {
    hear(key, at) {
      const last = burst.at(-1);
      if (last && at - last.at > longestGap()) finish(false);
      if (ENDS.includes(key)) {
        const taken = burst.length > 1;
        finish(true);
        return taken;
      }
      // Arrows and the like are nobody's code; a letter that the keyboard layout does not know is lost in a burst.
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
