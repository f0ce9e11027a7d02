import { randomInt, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import type { DeviceKind } from '../../../shared/protocol/views/common.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../../shared/time.ts';
import type { Format } from '../json-file.ts';
import type { Store } from '../store.ts';
import { FairPlaces } from './fair-places.ts';
import { newToken, tokenHash } from './token.ts';

const CODE_LIFETIME: DurationMs = 10 * MINUTE;
/** More than an IPv4 network has addresses: one machine that takes all of them cannot keep a real screen from its code. */
const MAX_PENDING = { perAddress: 5, total: 300 };
/** Listed for supervisors. */
const MAX_SHOWN = 50;
const RETRY_SECONDS = 60;

export interface Device {
  id: string;
  kind: DeviceKind;
  name: string;
  tokenHash: string;
  pairedAt: EpochMs;
}

export const devicesFormat: Format<Device[]> = {
  schema: v.array(
    v.strictObject({
      id: v.string(),
      kind: v.picklist(['kiosk', 'display', 'rating']),
      name: v.string(),
      tokenHash: v.string(),
      pairedAt: v.number(),
    }),
  ),
  upgrades: [],
};

/** An unpaired screen that waits until a supervisor accepts it. */
export interface UnpairedScreen {
  /** Called with the first code at once, and with a new code whenever one expires. */
  show(code: string): void;
  paired(token: string): void;
  /** Another screen needed the place: the code is no longer valid, and the screen may request one later. */
  displaced?(): void;
}

/** Holds one of the places for unpaired screens. */
interface Place {
  lose(): void;
}

interface Pending {
  kind: DeviceKind;
  address: string;
  /** The counter's number as a counter sign states it, unchecked; null for any other screen. */
  counter: string | null;
  since: EpochMs;
  screen: UnpairedScreen;
  place: Place;
  renewal: NodeJS.Timeout;
  /** True while the pairing is being written: a second supervisor must not pair the same screen again. */
  accepting: boolean;
}

/** Paired screens, and unpaired ones that show a code. Codes are kept in memory only: after a restart screens request new ones. */
export class Devices {
  readonly #store: Store<Device[]>;
  readonly #now: () => EpochMs;
  readonly #changed: () => void;
  readonly #pending = new Map<string, Pending>();
  readonly #places = new FairPlaces<Place>(MAX_PENDING);

  constructor(store: Store<Device[]>, now: () => EpochMs, changed: () => void) {
    this.#store = store;
    this.#now = now;
    this.#changed = changed;
  }

  list(): Omit<Device, 'tokenHash'>[] {
    return this.#store.data.map(({ tokenHash: _, ...device }) => device);
  }

  /** When there are too many to list, screens of the addresses with the fewest come first. */
  pending(): (Pick<Pending, 'kind' | 'address' | 'counter' | 'since'> & { code: string })[] {
    const all = [...this.#pending].map(([code, { kind, address, counter, since }]) => ({
      code,
      kind,
      address,
      counter,
      since,
    }));
    if (all.length <= MAX_SHOWN) return all;
    return all.sort((one, two) => this.#places.of(one.address) - this.#places.of(two.address)).slice(0, MAX_SHOWN);
  }

  /**
   * Shows a code on the screen until it is paired or `cancel` is called, as when its socket disconnects. `known`: a paired
   * screen or a signed-in person has been seen at this address.
   */
  request(
    kind: DeviceKind,
    address: string,
    screen: UnpairedScreen,
    counter: string | null = null,
    known = false,
  ): Result<{ cancel(): void }> {
    const since = this.#now();
    let code = '';
    const place: Place = {
      lose: () => {
        this.#drop(code);
        screen.displaced?.();
      },
    };
    const entered = this.#places.enter(address, place, { known });
    if (!entered.entered) return refuse({ code: 'TooManyAttempts', retryInSeconds: RETRY_SECONDS });
    entered.displaced?.lose();
    const renew = (): void => {
      clearTimeout(this.#pending.get(code)?.renewal);
      this.#pending.delete(code);
      code = this.#newCode();
      const renewal = setTimeout(renew, CODE_LIFETIME).unref();
      this.#pending.set(code, { kind, address, counter, since, screen, place, renewal, accepting: false });
      screen.show(code);
      this.#changed();
    };
    renew();
    return accept({
      cancel: () => {
        if (this.#drop(code)) this.#changed();
      },
    });
  }

  async accept(code: string, name: string): Promise<Result<null>> {
    const pending = this.#pending.get(code);
    if (!pending || pending.accepting) return refuse({ code: 'UnknownDevice' });
    pending.accepting = true;
    this.#places.keep(pending.address, pending.place);
    const token = newToken();
    const device = { id: randomUUID(), kind: pending.kind, name, tokenHash: tokenHash(token), pairedAt: this.#now() };
    const written = await this.#store.change((devices) => accept([...devices, device]));
    pending.accepting = false;
    if (written.ok) {
      this.#drop(code);
      this.#changed();
      pending.screen.paired(token);
    }
    return written;
  }

  revoke(id: string): Promise<Result<null>> {
    return this.#store.change((devices) => {
      const rest = devices.filter((device) => device.id !== id);
      return rest.length < devices.length ? accept(rest) : refuse({ code: 'UnknownDevice' });
    });
  }

  authenticate(token: string): Device | null {
    const hash = tokenHash(token);
    return this.#store.data.find((device) => device.tokenHash === hash) ?? null;
  }

  /** Drops all pending codes, so that no timer remains. */
  stop(): void {
    for (const code of [...this.#pending.keys()]) this.#drop(code);
  }

  #drop(code: string): boolean {
    const pending = this.#pending.get(code);
    if (!pending) return false;
    clearTimeout(pending.renewal);
    this.#places.leave(pending.address, pending.place);
    return this.#pending.delete(code);
  }

  #newCode(): string {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    return this.#pending.has(code) ? this.#newCode() : code;
  }
}
