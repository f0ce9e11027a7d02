import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { ClerkId } from '../../../shared/office/office.ts';
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import type { StaffRole } from '../../../shared/protocol/views/common.ts';
import type { EpochMs } from '../../../shared/time.ts';
import type { Format } from '../json-file.ts';
import { unique } from '../office/schema-parts.ts';
import { type Rule, SetupError } from '../problems.ts';
import type { Store } from '../store.ts';
import { knownBrowser } from './known-browser.ts';
import { hashPassword, PasswordCheck, randomPassword } from './password.ts';
import { SignInLimits } from './sign-in-limits.ts';

export interface Account {
  id: ClerkId;
  userName: string;
  name: string;
  role: StaffRole;
  passwordHash: string;
  createdAt: EpochMs;
}
export type StaffMember = Omit<Account, 'passwordHash'>;

export const staffFormat: Format<Account[]> = {
  schema: v.pipe(
    v.array(
      v.strictObject({
        id: v.string(),
        userName: v.string(),
        name: v.string(),
        role: v.picklist(['clerk', 'supervisor']),
        passwordHash: v.pipe(v.string(), v.startsWith('$argon2id$')),
        createdAt: v.number(),
      }),
    ),
    unique(({ id }) => id, ['id'], 'duplicate-id'),
    unique(({ userName }) => userName, ['userName'], 'duplicate-user-name'),
    v.check((accounts) => accounts.some(isSupervisor), 'no-supervisor' satisfies Rule),
  ),
  upgrades: [],
};

const RETRY_SECONDS = 5;

/** The accounts of staff. Every change is durable before its promise resolves. */
export class Staff {
  readonly #store: Store<Account[]>;
  readonly #now: () => EpochMs;
  readonly #limits: SignInLimits;
  readonly #check = new PasswordCheck();
  /** Checked for unknown user names, so that the response time does not reveal which names exist. */
  readonly #dummyHash: Promise<string> = hashPassword(randomPassword());

  constructor(store: Store<Account[]>, now: () => EpochMs) {
    this.#store = store;
    this.#now = now;
    this.#limits = new SignInLimits(now);
  }

  list(): StaffMember[] {
    return this.#store.data.map(withoutHash);
  }

  /** Includes the password hash, which sessions are checked against. */
  account(id: ClerkId): Account | null {
    return this.#store.data.find((account) => account.id === id) ?? null;
  }

  /** `address` is the sender's, `mark` the one that its browser keeps from an earlier sign-in of this person (`browserMark`). */
  async signIn(
    userName: string,
    password: string,
    address: string,
    mark: string | null = null,
  ): Promise<Result<Account>> {
    const account = this.#store.data.find((known) => known.userName === userName);
    const attempt = { userName, address, knownBrowser: account && mark !== null ? knownBrowser(account, mark) : null };
    const busy = refuse({ code: 'TooManyAttempts', retryInSeconds: RETRY_SECONDS });
    if (!this.#check.hasRoom(this.#limits.rank(attempt))) return busy;
    const allowed = this.#limits.take(attempt);
    if (!('right' in allowed))
      return refuse({ code: 'TooManyAttempts', retryInSeconds: Math.ceil(allowed.wait / 1000) });
    const passwordHash = account?.passwordHash ?? (await this.#dummyHash);
    const matches = await this.#check.matches(passwordHash, password, allowed.rank);
    if (matches === 'dropped') return busy;
    if (!account || !matches) return refuse({ code: 'WrongPassword' });
    allowed.right();
    return accept(account);
  }

  async add(person: Pick<Account, 'userName' | 'name' | 'role'> & { password: string }): Promise<Result<null>> {
    const account = await newAccount(person, this.#now());
    return this.#store.change((accounts) =>
      accounts.some(({ userName }) => userName === account.userName)
        ? refuse({ code: 'UserNameTaken' })
        : accept([...accounts, account]),
    );
  }

  /** Ends every session of this person. */
  async setPassword(id: ClerkId, password: string): Promise<Result<null>> {
    const passwordHash = await hashPassword(password);
    return this.#store.change((accounts) =>
      accounts.some((account) => account.id === id)
        ? accept(accounts.map((account) => (account.id === id ? { ...account, passwordHash } : account)))
        : refuse({ code: 'UnknownStaff' }),
    );
  }

  /** Ends every session of this person. */
  remove(id: ClerkId): Promise<Result<null>> {
    return this.#store.change((accounts) => {
      const rest = accounts.filter((account) => account.id !== id);
      if (rest.length === accounts.length) return refuse({ code: 'UnknownStaff' });
      return rest.some(isSupervisor) ? accept(rest) : refuse({ code: 'LastSupervisor' });
    });
  }
}

async function newAccount(
  { userName, name, role, password }: Pick<Account, 'userName' | 'name' | 'role'> & { password: string },
  createdAt: EpochMs,
): Promise<Account> {
  return { id: randomUUID(), userName, name, role, passwordHash: await hashPassword(password), createdAt };
}

/** The account that the first start creates. Throws SetupError for a password of the wrong length. */
export async function firstSupervisor(password: string, now: EpochMs): Promise<Account> {
  if (password.length < 8 || password.length > 128) {
    throw new SetupError({
      vi: 'FIRST_PASSWORD phải dài từ 8 đến 128 ký tự. Vui lòng đặt lại rồi khởi động lại.',
      en: 'FIRST_PASSWORD must have 8 to 128 characters. Set another one and start again.',
    });
  }
  return newAccount({ userName: 'admin', name: 'Quản trị viên', role: 'supervisor', password }, now);
}

export function withoutHash({ passwordHash: _, ...member }: Account): StaffMember {
  return member;
}

function isSupervisor({ role }: Account): boolean {
  return role === 'supervisor';
}
