import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id as OWASP advises for small machines: 19 MiB and two passes, about 0.2 s on a Raspberry Pi 4. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Checks that may wait for the one under way. */
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
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  get busy(): boolean {
    return this.#waiting >= QUEUE;
  }

  matches(passwordHash: string, password: string): Promise<boolean> {
    this.#waiting += 1;
    const run = async (): Promise<boolean> => {
      try {
        return await verify(passwordHash, password.normalize('NFC'));
      } finally {
        this.#waiting -= 1;
      }
    };
    const turn = this.#turn.then(run);
    // The caller of `turn` hears of its failure; the next check must run all the same.
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
