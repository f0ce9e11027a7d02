import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SESSION_LENGTH } from '../../../server/setup/accounts/sessions.ts';
import { accept, refuse } from '../../../shared/protocol/rejections.ts';
import { HERE, PASSWORD, sessionOf, signedIn, started } from '../started.ts';

const lan = { userName: 'lan', name: 'Nguyễn Thị Lan', role: 'clerk', password: 'quầy số một' } as const;

describe('the first start', () => {
  it('creates a supervisor whose password is returned once and never stored', async () => {
    const { setup, folder, reopen } = await started('');
    expect(setup.created?.userName).toBe('admin');
    expect(setup.created?.password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    const password = setup.created?.password ?? '';
    expect(await signedIn(setup, 'admin', password)).toMatchObject({ role: 'supervisor' });
    for (const name of await readdir(folder)) {
      expect(await readFile(join(folder, name), 'utf8')).not.toContain(password);
    }
    const again = await reopen();
    expect(again.created).toBeNull();
    expect(await signedIn(again, 'admin', password)).toMatchObject({ userName: 'admin' });
  });

  it('uses the password of an unattended start without returning it, and refuses a short one', async () => {
    const { setup } = await started();
    expect(setup.created).toEqual({ userName: 'admin', password: null });
    expect(await signedIn(setup, 'admin', PASSWORD)).toMatchObject({ role: 'supervisor' });
    await expect(started('ngắn')).rejects.toThrow(/FIRST_PASSWORD must have 8 to 128/);
  });

  it('creates a folder that only its owner can read', async () => {
    const { folder } = await started();
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await readdir(folder)).filter((name) => name.endsWith('.json')).sort()).toEqual([
      'devices.json',
      'office-versions.json',
      'office.json',
      'sessions.json',
      'staff.json',
    ]);
  });

  it('restores the accounts from the copy when staff.json is missing', async () => {
    const { folder, reopen, logged } = await started();
    await rm(join(folder, 'staff.json'));
    const setup = await reopen();
    expect(setup.created).toBeNull();
    expect(await signedIn(setup)).toMatchObject({ userName: 'admin' });
    expect(logged).toMatchObject([{ code: 'setup-restored', facts: { file: 'staff.json' } }]);
  });
});

describe('signing in', () => {
  it('refuses an unknown name in the same way as a wrong password', async () => {
    const { setup } = await started();
    expect(await setup.accounts.staff.signIn('admin', 'sai', HERE)).toEqual(refuse({ code: 'WrongPassword' }));
    expect(await setup.accounts.staff.signIn('nobody', PASSWORD, HERE)).toEqual(refuse({ code: 'WrongPassword' }));
  });

  it('accepts a password typed in decomposed letters', async () => {
    const { setup } = await started();
    expect(await signedIn(setup, 'admin', PASSWORD.normalize('NFD'))).toMatchObject({ userName: 'admin' });
  });

  it('delays tries after five wrong passwords, for longer and longer, for that name and address only', async () => {
    const { setup, clock } = await started();
    const attempt = (password = 'sai', address = HERE) => setup.accounts.staff.signIn('admin', password, address);
    const wrong = refuse({ code: 'WrongPassword' });
    const wait = (retryInSeconds: number) => refuse({ code: 'TooManyAttempts', retryInSeconds });
    for (let count = 0; count < 5; count += 1) expect(await attempt()).toEqual(wrong);
    expect(await attempt()).toEqual(wait(1));
    expect(await attempt(PASSWORD)).toEqual(wait(1));
    expect(await attempt(PASSWORD, '10.0.0.8')).toMatchObject({ ok: true });
    clock.now += 1_000;
    expect(await attempt()).toEqual(wrong);
    expect(await attempt()).toEqual(wait(2));
    clock.now += 2_000;
    expect(await attempt(PASSWORD)).toMatchObject({ ok: true });
    expect(await attempt()).toEqual(wrong);
  });

  it('counts twenty simultaneous tries one by one', async () => {
    const { setup } = await started();
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => setup.accounts.staff.signIn('admin', 'sai', HERE)),
    );
    const codes = tries.map((result) => (result.ok ? 'in' : result.rejection.code));
    expect(codes.filter((code) => code === 'WrongPassword')).toHaveLength(5);
    expect(codes.filter((code) => code === 'TooManyAttempts')).toHaveLength(15);
  });
});

describe('signing in from many addresses', () => {
  it('is refused while twenty passwords wait to be checked, because the same threads write the journal', async () => {
    const { setup } = await started();
    const addresses = Array.from({ length: 25 }, (_, index) => `10.0.1.${index}`);
    const tries = await Promise.all(addresses.map((address) => setup.accounts.staff.signIn('admin', 'sai', address)));
    expect(tries.slice(0, 20)).toEqual(Array(20).fill(refuse({ code: 'WrongPassword' })));
    expect(tries.slice(20)).toEqual(Array(5).fill(refuse({ code: 'TooManyAttempts', retryInSeconds: 5 })));
    expect(await signedIn(setup)).toMatchObject({ userName: 'admin' });
  });
});

describe('accounts', () => {
  it('adds a clerk, who can also sign in after a restart', async () => {
    const { setup, reopen } = await started();
    expect(await setup.accounts.staff.add(lan)).toEqual(accept(null));
    expect(await signedIn(await reopen(), 'lan', lan.password)).toMatchObject({
      name: 'Nguyễn Thị Lan',
      role: 'clerk',
    });
  });

  it('lists neither passwords nor their hashes', async () => {
    const { setup } = await started();
    expect(Object.keys(setup.accounts.staff.list()[0] ?? {}).sort()).toEqual([
      'createdAt',
      'id',
      'name',
      'role',
      'userName',
    ]);
  });

  it('refuses a user name that exists, an unknown id, and the removal of the last supervisor', async () => {
    const { setup } = await started();
    const admin = await signedIn(setup);
    await setup.accounts.staff.add(lan);
    expect(await setup.accounts.staff.add(lan)).toEqual(refuse({ code: 'UserNameTaken' }));
    expect(await setup.accounts.staff.remove('nobody')).toEqual(refuse({ code: 'UnknownStaff' }));
    expect(await setup.accounts.staff.setPassword('nobody', 'dài dài dài')).toEqual(refuse({ code: 'UnknownStaff' }));
    expect(await setup.accounts.staff.remove(admin.id)).toEqual(refuse({ code: 'LastSupervisor' }));
    expect(setup.accounts.staff.list()).toHaveLength(2);
  });

  it('adds only one of two simultaneous accounts with the same user name', async () => {
    const { setup } = await started();
    const results = await Promise.all([setup.accounts.staff.add(lan), setup.accounts.staff.add(lan)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('sessions', () => {
  it('survive a restart, and are stored with only a hash of the token', async () => {
    const { setup, folder, reopen } = await started();
    const token = await sessionOf(setup, await signedIn(setup));
    expect((await reopen()).accounts.sessions.authenticate(token)).toMatchObject({ userName: 'admin' });
    expect(await readFile(join(folder, 'sessions.json'), 'utf8')).not.toContain(token);
    expect(setup.accounts.sessions.authenticate('made-up')).toBeNull();
  });

  it('end after twelve hours, on sign-out, with the account, and with a new password', async () => {
    const { setup, clock } = await started();
    await setup.accounts.staff.add(lan);
    const account = await signedIn(setup, 'lan', lan.password);
    const first = await sessionOf(setup, account);
    const second = await sessionOf(setup, account);
    await setup.accounts.sessions.end(first);
    expect(setup.accounts.sessions.authenticate(first)).toBeNull();
    expect(setup.accounts.sessions.authenticate(second)).toMatchObject({ userName: 'lan' });

    await setup.accounts.staff.setPassword(account.id, 'một mật khẩu mới');
    expect(setup.accounts.sessions.authenticate(second)).toBeNull();

    const third = await sessionOf(setup, await signedIn(setup, 'lan', 'một mật khẩu mới'));
    clock.now += SESSION_LENGTH - 1;
    expect(setup.accounts.sessions.authenticate(third)).not.toBeNull();
    clock.now += 1;
    expect(setup.accounts.sessions.authenticate(third)).toBeNull();

    const fourth = await sessionOf(setup, await signedIn(setup, 'lan', 'một mật khẩu mới'));
    await setup.accounts.staff.remove(account.id);
    expect(setup.accounts.sessions.authenticate(fourth)).toBeNull();
  });

  it('end when the clock is set back by more than their length', async () => {
    const { setup, clock } = await started();
    const token = await sessionOf(setup, await signedIn(setup));
    clock.now -= SESSION_LENGTH;
    expect(setup.accounts.sessions.authenticate(token)).not.toBeNull();
    clock.now -= 1;
    expect(setup.accounts.sessions.authenticate(token)).toBeNull();
  });

  it('are limited to the latest twenty of one person', async () => {
    const { setup } = await started();
    const account = await signedIn(setup);
    const first = await sessionOf(setup, account);
    const second = await sessionOf(setup, account);
    for (let count = 0; count < 19; count += 1) await sessionOf(setup, account);
    expect(setup.accounts.sessions.authenticate(first)).toBeNull();
    expect(setup.accounts.sessions.authenticate(second)).not.toBeNull();
  });
});
