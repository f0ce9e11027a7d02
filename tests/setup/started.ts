import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { LogEntry } from '../../server/log.ts';
import type { Account } from '../../server/setup/accounts/staff.ts';
import { openSetup, type Setup } from '../../server/setup/setup.ts';
import { temporaryFolder } from '../folder.ts';

export const PASSWORD = 'mật khẩu đầu tiên';
export const HERE = '10.0.0.7';

/** Opens a set-up in a temporary folder; its clock stands still until the test moves it. */
export async function started(firstPassword: string | undefined = PASSWORD) {
  const folder = join(await temporaryFolder(), 'setup');
  const clock = { now: Date.parse('2026-11-23T01:00:00Z') };
  const logged: LogEntry[] = [];
  const reopen = async (): Promise<Setup> => {
    const log = (entry: LogEntry): void => void logged.push(entry);
    const setup = await openSetup(folder, { log, now: () => clock.now, firstPassword });
    onTestFinished(() => setup.stop());
    return setup;
  };
  return { folder, clock, logged, reopen, setup: await reopen() };
}

export async function signedIn(setup: Setup, userName = 'admin', password = PASSWORD): Promise<Account> {
  const account = await setup.accounts.staff.signIn(userName, password, HERE);
  if (!account.ok) throw new Error(account.rejection.code);
  return account.value;
}

export async function sessionOf(setup: Setup, account: Account): Promise<string> {
  const token = await setup.accounts.sessions.start(account);
  if (!token.ok) throw new Error(token.rejection.code);
  return token.value;
}
