import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';

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

/** Runs one check at a time, because each occupies a thread of the pool that also writes the journal. */
export class PasswordCheck {
  readonly #queue = pLimit(1);

  get busy(): boolean {
    return this.#queue.activeCount + this.#queue.pendingCount >= MAX_CHECKS;
  }

  matches(passwordHash: string, password: string): Promise<boolean> {
    return this.#queue(() => verify(passwordHash, password.normalize('NFC')));
  }
}
