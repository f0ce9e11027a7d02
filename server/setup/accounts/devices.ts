import { randomInt, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import type { DeviceKind } from '../../../shared/protocol/views/common.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../../shared/time.ts';
import type { Format } from '../json-file.ts';
import type { Store } from '../store.ts';
import { newToken, tokenHash } from './token.ts';

const CODE_LIFETIME: DurationMs = 10 * MINUTE;
const MAX_PENDING = 50;
const MAX_PENDING_PER_ADDRESS = 5;
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
}

interface Pending {
  kind: DeviceKind;
  address: string;
  /** The counter's number as a counter sign states it, unchecked; null for any other screen. */
  counter: string | null;
  since: EpochMs;
  screen: UnpairedScreen;
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

  constructor(store: Store<Device[]>, now: () => EpochMs, changed: () => void) {
    this.#store = store;
    this.#now = now;
    this.#changed = changed;
  }

  list(): Omit<Device, 'tokenHash'>[] {
    return this.#store.data.map(({ tokenHash: _, ...device }) => device);
  }

  pending(): (Pick<Pending, 'kind' | 'address' | 'counter' | 'since'> & { code: string })[] {
    return [...this.#pending].map(([code, { kind, address, counter, since }]) => ({
      code,
      kind,
      address,
      counter,
      since,
    }));
  }

  /** Shows a code on the screen until it is paired or `cancel` is called, as when its socket disconnects. */
  request(
    kind: DeviceKind,
    address: string,
    screen: UnpairedScreen,
    counter: string | null = null,
  ): Result<{ cancel(): void }> {
    const pending = [...this.#pending.values()];
    const ofAddress = pending.filter((other) => other.address === address);
    if (ofAddress.length >= MAX_PENDING_PER_ADDRESS || pending.length >= MAX_PENDING) {
      return refuse({ code: 'TooManyAttempts', retryInSeconds: RETRY_SECONDS });
    }
    const since = this.#now();
    let code = '';
    const renew = (): void => {
      this.#drop(code);
      code = this.#newCode();
      const renewal = setTimeout(renew, CODE_LIFETIME).unref();
      this.#pending.set(code, { kind, address, counter, since, screen, renewal, accepting: false });
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
    clearTimeout(this.#pending.get(code)?.renewal);
    return this.#pending.delete(code);
  }

  #newCode(): string {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    return this.#pending.has(code) ? this.#newCode() : code;
  }
}
