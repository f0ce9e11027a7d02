import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** The argon2id parameters that OWASP recommends for small machines: 19 MiB, two passes; about 0.2 s on a Raspberry Pi 4. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Running and waiting checks. */
const MAX_CHECKS = 20;
/** Without letters and digits that look alike on a console, such as l and 1. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** Like `k7mq-x2ph-9wtd`, about 59 bits. */
export function randomPassword(): string {
  const group = () => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('');
  return [group(), group(), group()].join('-');
}

interface Check {
  rank: number;
  start(): void;
  drop(): void;
}

/** Runs one check at a time, because each occupies a thread of the pool that also writes the journal. */
export class PasswordCheck {
  /** In the order in which they will run. */
  readonly #waiting: Check[] = [];
  #running = false;

  /** Whether a check of this rank gets a place: when all are taken, it needs a lower rank than the last one that waits. */
  hasRoom(rank: number): boolean {
    const last = this.#waiting.at(-1);
    return this.#waiting.length + Number(this.#running) < MAX_CHECKS || (last !== undefined && rank < last.rank);
  }

  /** Checks of a lower rank run first. Resolves to `dropped` when one of them needed the place of this one. */
  async matches(passwordHash: string, password: string, rank: number): Promise<boolean | 'dropped'> {
    if (!(await this.#turn(rank))) return 'dropped';
    try {
      return await verify(passwordHash, password.normalize('NFC'));
    } finally {
      this.#running = false;
      this.#waiting.shift()?.start();
    }
  }

  /** Resolves to false when the check is dropped. */
  #turn(rank: number): Promise<boolean> {
    return new Promise((resolve) => {
      const start = (): void => {
        this.#running = true;
        resolve(true);
      };
      if (!this.#running) return start();
      const behind = this.#waiting.findIndex((other) => other.rank > rank);
      const check = { rank, start, drop: () => resolve(false) };
      this.#waiting.splice(behind < 0 ? this.#waiting.length : behind, 0, check);
      if (this.#waiting.length >= MAX_CHECKS) this.#waiting.pop()?.drop();
    });
  }
}
