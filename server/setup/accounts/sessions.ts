import * as v from 'valibot';
import type { ClerkId } from '../../../shared/office/office.ts';
import { accept, type Result } from '../../../shared/protocol/rejections.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../../shared/time.ts';
import type { Format } from '../json-file.ts';
import type { Store } from '../store.ts';
import { type Account, type Staff, type StaffMember, withoutHash } from './staff.ts';
import { newToken, tokenHash } from './token.ts';

/** A long working day. */
export const SESSION_LENGTH: DurationMs = 12 * 60 * MINUTE;
/** The oldest session of a person gives way: somebody who signs in from a script must not fill the disk. */
const PER_PERSON = 20;

interface StaffSession {
  tokenHash: string;
  staffId: ClerkId;
  /** Hash of the password hash at sign-in: a new password ends the session at the same instant, in one write. */
  passwordMark: string;
  expiresAt: EpochMs;
}

export const sessionsFormat: Format<StaffSession[]> = {
  schema: v.array(
    v.strictObject({
      tokenHash: v.string(),
      staffId: v.string(),
      passwordMark: v.string(),
      expiresAt: v.number(),
    }),
  ),
  upgrades: [],
};

/** Who is signed in; survives a restart of the server. */
export class Sessions {
  readonly #store: Store<StaffSession[]>;
  readonly #staff: Staff;
  readonly #now: () => EpochMs;

  constructor(store: Store<StaffSession[]>, staff: Staff, now: () => EpochMs) {
    this.#store = store;
    this.#staff = staff;
    this.#now = now;
  }

  /** The token is the cookie's value; nobody can read it again. */
  async start(account: Account): Promise<Result<string>> {
    const token = newToken();
    const session: StaffSession = {
      tokenHash: tokenHash(token),
      staffId: account.id,
      passwordMark: tokenHash(account.passwordHash),
      expiresAt: this.#now() + SESSION_LENGTH,
    };
    const written = await this.#store.change((sessions) => {
      const valid = sessions.filter((known) => this.#holder(known) !== null);
      const own = valid.filter(({ staffId }) => staffId === account.id);
      const surplus = new Set(own.slice(0, Math.max(0, own.length - PER_PERSON + 1)));
      return accept([...valid.filter((known) => !surplus.has(known)), session]);
    });
    return written.ok ? accept(token) : written;
  }

  /** The member of staff as they are now, or null when the session is over. */
  authenticate(token: string): StaffMember | null {
    const hash = tokenHash(token);
    const session = this.#store.data.find((known) => known.tokenHash === hash);
    return session ? this.#holder(session) : null;
  }

  async end(token: string): Promise<Result<null>> {
    const hash = tokenHash(token);
    if (!this.#store.data.some((known) => known.tokenHash === hash)) return accept(null);
    return this.#store.change((sessions) => accept(sessions.filter((known) => known.tokenHash !== hash)));
  }

  #holder(session: StaffSession): StaffMember | null {
    const now = this.#now();
    // A clock set back must not lengthen a session without end.
    if (session.expiresAt <= now || session.expiresAt > now + 2 * SESSION_LENGTH) return null;
    const account = this.#staff.account(session.staffId);
    return account && tokenHash(account.passwordHash) === session.passwordMark ? withoutHash(account) : null;
  }
}
