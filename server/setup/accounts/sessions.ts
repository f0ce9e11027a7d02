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
/** Above this number a sign-in ends the person's oldest session, so that a script which signs in repeatedly cannot fill the disk. */
const MAX_PER_PERSON = 20;

interface StaffSession {
  tokenHash: string;
  staffId: ClerkId;
  /** Hash of the password hash at sign-in: changing the password ends the session without a second write. */
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

/**
 * The sessions of signed-in staff. They survive a restart of the server, except those begun or ended while the disk refused writes: a full
 * disk must not keep the people out who can repair it.
 */
export class Sessions {
  readonly #store: Store<StaffSession[]>;
  readonly #staff: Staff;
  readonly #now: () => EpochMs;
  #clockSetBy: DurationMs = 0;

  constructor(store: Store<StaffSession[]>, staff: Staff, now: () => EpochMs) {
    this.#store = store;
    this.#staff = staff;
    this.#now = now;
  }

  /** Returns the token for the session cookie; only its hash is kept. */
  async start(account: Account): Promise<Result<string>> {
    const token = newToken();
    const session: StaffSession = {
      tokenHash: tokenHash(token),
      staffId: account.id,
      passwordMark: tokenHash(account.passwordHash),
      expiresAt: this.#time() + SESSION_LENGTH,
    };
    const written = await this.#store.changeAnyway((sessions) => {
      const valid = sessions.filter((known) => this.#holder(known) !== null);
      const own = valid.filter(({ staffId }) => staffId === account.id);
      const surplus = new Set(own.slice(0, Math.max(0, own.length - MAX_PER_PERSON + 1)));
      return accept([...valid.filter((known) => !surplus.has(known)), session]);
    });
    return written.ok ? accept(token) : written;
  }

  /** The current data of the member of staff; null when the session has ended. */
  authenticate(token: string): StaffMember | null {
    const hash = tokenHash(token);
    const session = this.#store.data.find((known) => known.tokenHash === hash);
    return session ? this.#holder(session) : null;
  }

  async end(token: string): Promise<Result<null>> {
    const hash = tokenHash(token);
    if (!this.#store.data.some((known) => known.tokenHash === hash)) return accept(null);
    return this.#store.changeAnyway((sessions) => accept(sessions.filter((known) => known.tokenHash !== hash)));
  }

  /**
   * To be called when the office's clock is set: sign-ins last as long as they would have without it. Until the next start only; then
   * people may have to sign in again.
   */
  clockSet(by: DurationMs): void {
    this.#clockSetBy += by;
  }

  #time(): EpochMs {
    return this.#now() - this.#clockSetBy;
  }

  #holder(session: StaffSession): StaffMember | null {
    const now = this.#time();
    // When the clock is set back, a session must not last much longer than SESSION_LENGTH.
    if (session.expiresAt <= now || session.expiresAt > now + 2 * SESSION_LENGTH) return null;
    const account = this.#staff.account(session.staffId);
    return account && tokenHash(account.passwordHash) === session.passwordMark ? withoutHash(account) : null;
  }
}
