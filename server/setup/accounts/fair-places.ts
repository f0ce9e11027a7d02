import { networkOf } from './network.ts';

interface Limits {
  perAddress: number;
  total: number;
}

/** What `enter` answers. `displaced` is an entry that has lost its place to the new one; its owner must end it. */
export type Entered<Entry> = { entered: true; displaced: Entry | null } | { entered: false };

/**
 * A limited number of places for senders who are not known yet. When all are taken, a new sender gets the place of the one who
 * has most: first compared by networks, then by addresses. So one sender with many places cannot keep others out.
 */
export class FairPlaces<Entry> {
  readonly #limits: Limits;
  /** By network, then by address; the latest entry is the last. */
  readonly #networks = new Map<string, Map<string, Entry[]>>();
  readonly #kept = new Set<Entry>();
  #size = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** How many places the address has, without those that it keeps. */
  of(address: string): number {
    return this.#networks.get(networkOf(address))?.get(address)?.length ?? 0;
  }

  /**
   * `known` lets an address in that is trusted from earlier: it may displace a sender who has no more places than itself.
   * `unlimited` addresses stand for many senders, like a proxy: `perAddress` does not apply to them.
   */
  enter(address: string, entry: Entry, { known = false, unlimited = false } = {}): Entered<Entry> {
    if (!unlimited && this.of(address) >= this.#limits.perAddress) return { entered: false };
    let displaced: Entry | null = null;
    if (this.#size >= this.#limits.total) {
      const loser = this.#loser(address, known);
      if (loser === null) return { entered: false };
      displaced = this.#networks.get(networkOf(loser))?.get(loser)?.at(-1) ?? null;
      if (displaced !== null) this.leave(loser, displaced);
    }
    const network = this.#networks.get(networkOf(address)) ?? new Map<string, Entry[]>();
    this.#networks.set(networkOf(address), network);
    const entries = network.get(address) ?? [];
    network.set(address, entries);
    entries.push(entry);
    this.#size += 1;
    return { entered: true, displaced };
  }

  /** The entry belongs to a known sender: from now on it cannot be displaced and does not count for its address. */
  keep(address: string, entry: Entry): void {
    if (this.#remove(address, entry)) this.#kept.add(entry);
  }

  /** Does nothing for an entry without a place. */
  leave(address: string, entry: Entry): void {
    if (this.#kept.delete(entry) || this.#remove(address, entry)) this.#size -= 1;
  }

  #remove(address: string, entry: Entry): boolean {
    const network = this.#networks.get(networkOf(address));
    const entries = network?.get(address);
    const index = entries?.lastIndexOf(entry) ?? -1;
    if (!network || !entries || index < 0) return false;
    entries.splice(index, 1);
    if (entries.length === 0) network.delete(address);
    if (network.size === 0) this.#networks.delete(networkOf(address));
    return true;
  }

  /** The address that must give up a place for a new sender; null when the new sender has as many as any other. */
  #loser(address: string, known: boolean): string | null {
    const margin = known ? 0 : 1;
    const own = this.#networks.get(networkOf(address));
    const [network, most] = largest(this.#networks, placesOf);
    if (network && (known || most > (own ? placesOf(own) : 0) + margin))
      return largest(network, ({ length }) => length)[2];
    if (!own) return null;
    const [, mostInside, loser] = largest(own, ({ length }) => length);
    return mostInside > this.of(address) + margin ? loser : null;
  }
}

function placesOf(network: ReadonlyMap<string, readonly unknown[]>): number {
  let places = 0;
  for (const { length } of network.values()) places += length;
  return places;
}

function largest<Value>(
  all: ReadonlyMap<string, Value>,
  size: (value: Value) => number,
): [value: Value | null, size: number, key: string | null] {
  let found: [Value | null, number, string | null] = [null, 0, null];
  for (const [key, value] of all) if (size(value) > found[1]) found = [value, size(value), key];
  return found;
}
