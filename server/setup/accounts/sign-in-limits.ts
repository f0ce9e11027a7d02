import { isIPv4 } from 'node:net';
import { type DurationMs, type EpochMs, MINUTE } from '../../../shared/time.ts';
import { networkOf } from './network.ts';

const FREE_TRIES = 5;
const FIRST_DELAY: DurationMs = 1_000;
const LONGEST_DELAY: DurationMs = 300_000;
/** Without a limit, sign-ins with arbitrary names could fill the memory. */
const MAX_KEYS = 5_000;

/** Wrong passwords of one address under any names: at most 20 at once and 4 a minute. */
const OF_ADDRESS = { most: 20, each: MINUTE / 4 };
/** Wrong passwords of one network: at most 60 at once and 20 a minute. */
const OF_NETWORK = { most: 60, each: MINUTE / 20 };
/** Tries that a quiet IPv4 address has after its network has used up its own. */
const OF_QUIET_ADDRESS = { most: 3, each: 10 * MINUTE };

export interface SignInTry {
  userName: string;
  address: string;
  /** Identifies a browser in which this person has signed in before; null for any other. */
  knownBrowser: string | null;
}

interface AllowedTry {
  /** Tries with a lower rank are checked first. */
  rank: number;
  /** To be called after the right password; until then the try counts as wrong, so that simultaneous tries are counted too. */
  right(): void;
}

/**
 * Limits wrong passwords. A name is limited only together with the address, an address and its network for all names together,
 * so that no sender can lock a person out elsewhere. A browser in which the person has signed in before has limits of its own.
 */
export class SignInLimits {
  readonly #delays: Delays;
  readonly #ofAddress: Allowance;
  readonly #ofNetwork: Allowance;
  readonly #ofQuietAddress: Allowance;

  constructor(now: () => EpochMs) {
    this.#delays = new Delays(now);
    this.#ofAddress = new Allowance(OF_ADDRESS, now);
    this.#ofNetwork = new Allowance(OF_NETWORK, now);
    this.#ofQuietAddress = new Allowance(OF_QUIET_ADDRESS, now);
  }

  /** Known browsers come first, then addresses with the fewest wrong passwords, then the networks with the fewest. */
  rank({ address, knownBrowser }: SignInTry): number {
    if (knownBrowser !== null) return -1;
    return this.#ofAddress.used(address) * OF_NETWORK.most + this.#ofNetwork.used(networkOf(address));
  }

  /** Returns the time to wait, or counts the try and allows it. */
  take(attempt: SignInTry): AllowedTry | { wait: DurationMs } {
    const { userName, address, knownBrowser } = attempt;
    const rank = this.rank(attempt);
    const allowances = knownBrowser === null ? this.#allowances(address) : [];
    const wait = Math.max(0, ...allowances.map(([allowance, key]) => allowance.wait(key)));
    if (wait > 0) return { wait };
    const key = `${userName} ${knownBrowser ?? address}`;
    const delay = this.#delays.take(key);
    if (delay > 0) return { wait: delay };
    for (const [allowance, of] of allowances) allowance.take(of);
    return {
      rank,
      right: () => {
        this.#delays.clear(key);
        for (const [allowance, of] of allowances) allowance.giveBack(of);
      },
    };
  }

  /** An IPv4 network has few addresses, so a quiet one of them still has tries of its own; an IPv6 network has too many. */
  #allowances(address: string): [Allowance, key: string][] {
    const network = networkOf(address);
    const quiet = isIPv4(address) && this.#ofNetwork.wait(network) > 0;
    return [[this.#ofAddress, address], quiet ? [this.#ofQuietAddress, address] : [this.#ofNetwork, network]];
  }
}

/** After five wrong passwords each further try must wait: 1 s, 2 s, 4 s … 5 minutes. Kept in memory only. */
class Delays {
  readonly #now: () => EpochMs;
  readonly #tries = new Map<string, { wrong: number; nextAt: EpochMs }>();

  constructor(now: () => EpochMs) {
    this.#now = now;
  }

  /** Returns the time to wait, or 0 when the try is allowed; then it counts as wrong until `clear` is called. */
  take(key: string): DurationMs {
    const now = this.#now();
    const before = this.#tries.get(key) ?? { wrong: 0, nextAt: 0 };
    const wait = before.nextAt - now;
    // A longer wait is never given: the clock was set back since.
    if (wait > 0 && wait <= LONGEST_DELAY) return wait;
    const wrong = before.wrong + 1;
    const delay = wrong < FREE_TRIES ? 0 : Math.min(FIRST_DELAY * 2 ** (wrong - FREE_TRIES), LONGEST_DELAY);
    setLatest(this.#tries, key, { wrong, nextAt: now + delay });
    return 0;
  }

  clear(key: string): void {
    this.#tries.delete(key);
  }
}

/** A number of tries that are allowed at once; each comes back after a time. Kept in memory only. */
class Allowance {
  readonly #limit: { most: number; each: DurationMs };
  readonly #now: () => EpochMs;
  /** When the last of the used tries comes back. */
  readonly #backAt = new Map<string, EpochMs>();

  constructor(limit: { most: number; each: DurationMs }, now: () => EpochMs) {
    this.#limit = limit;
    this.#now = now;
  }

  /** How many tries are used and have not come back. */
  used(key: string): number {
    return Math.ceil(this.#left(key) / this.#limit.each);
  }

  /** The time until there is a try; 0 when there is one. */
  wait(key: string): DurationMs {
    return Math.max(0, this.#left(key) - (this.#limit.most - 1) * this.#limit.each);
  }

  take(key: string): void {
    setLatest(this.#backAt, key, this.#now() + this.#left(key) + this.#limit.each);
  }

  giveBack(key: string): void {
    const left = this.#left(key) - this.#limit.each;
    if (left > 0) this.#backAt.set(key, this.#now() + left);
    else this.#backAt.delete(key);
  }

  #left(key: string): DurationMs {
    const left = (this.#backAt.get(key) ?? 0) - this.#now();
    // A longer time is never given: the clock was set back since.
    return left > this.#limit.most * this.#limit.each ? 0 : Math.max(0, left);
  }
}

/** Makes the key the latest of the map, and forgets the oldest of too many. */
function setLatest<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= MAX_KEYS) return;
  const oldest = map.keys().next();
  if (!oldest.done) map.delete(oldest.value);
}
