import { randomInt, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import type { DeviceKind } from '../../../shared/protocol/views/hall.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../../shared/time.ts';
import type { Format } from '../json-file.ts';
import type { Store } from '../store.ts';
import { newToken, tokenHash } from './token.ts';

const CODE_LIFE: DurationMs = 10 * MINUTE;
const PENDING = 50;
const PENDING_PER_ADDRESS = 5;
const BUSY_SECONDS = 60;

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

/** An unpaired screen that waits for a supervisor. */
export interface WaitingScreen {
  /** Called at once and again whenever the code has become too old. */
  show(code: string): void;
  paired(token: string): void;
}

interface Pending {
  kind: DeviceKind;
  address: string;
  /** As the sign of a counter names it; null for any other screen. */
  counter: string | null;
  since: EpochMs;
  screen: WaitingScreen;
  renewal: NodeJS.Timeout;
  /** Set while the pairing is being written: a second supervisor must not pair the same screen twice. */
  accepting: boolean;
}

/** Screens that a supervisor has let in, and those that ask to be. Codes live in memory: after a restart screens ask again. */
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

  /** Shows a code on the screen until it is paired or `cancel` is called, which its socket does when it closes. */
  request(
    kind: DeviceKind,
    address: string,
    screen: WaitingScreen,
    counter: string | null = null,
  ): Result<{ cancel(): void }> {
    const waiting = [...this.#pending.values()];
    const crowded = waiting.filter((other) => other.address === address).length >= PENDING_PER_ADDRESS;
    if (crowded || waiting.length >= PENDING) return refuse({ code: 'TooManyAttempts', retryInSeconds: BUSY_SECONDS });
    const since = this.#now();
    let code = '';
    const renew = (): void => {
      this.#drop(code);
      code = this.#freshCode();
      const renewal = setTimeout(renew, CODE_LIFE).unref();
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

  /** Forgets who asks, so that no timer is left behind. */
  stop(): void {
    for (const code of [...this.#pending.keys()]) this.#drop(code);
  }

  #drop(code: string): boolean {
    clearTimeout(this.#pending.get(code)?.renewal);
    return this.#pending.delete(code);
  }

  #freshCode(): string {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    return this.#pending.has(code) ? this.#freshCode() : code;
  }
}
