import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';

/** argon2id as OWASP advises for small machines: 19 MiB and two passes, about 0.2 s on a Raspberry Pi 4. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Checks under way and waiting. */
const QUEUE = 20;
/** Letters and digits that nobody mistakes for one another on a console. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** Like `k7mq-x2ph-9wtd`, about 59 bits. */
export function randomPassword(): string {
  const group = () => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('');
  return [group(), group(), group()].join('-');
}

/** One check at a time: each takes a thread of the pool that also writes the journal. */
export class PasswordCheck {
  readonly #queue = pLimit(1);

  get busy(): boolean {
    return this.#queue.activeCount + this.#queue.pendingCount >= QUEUE;
  }

  matches(passwordHash: string, password: string): Promise<boolean> {
    return this.#queue(() => verify(passwordHash, password.normalize('NFC')));
  }
}
