import { describe, expect, it } from 'vitest';
import { browserMark } from '../../../server/setup/accounts/known-browser.ts';
import type { Setup } from '../../../server/setup/setup.ts';
import { refuse } from '../../../shared/protocol/rejections.ts';
import { HERE, PASSWORD, signedIn, started } from '../started.ts';

const lan = { userName: 'lan', name: 'Nguyễn Thị Lan', role: 'clerk', password: 'quầy số một' } as const;

describe('wrong passwords under many names', () => {
  /** Guesses one after another, each under another name; returns how many were checked. */
  async function guesses({ staff }: Setup['accounts'], addresses: readonly string[]): Promise<number> {
    let checked = 0;
    for (const [index, address] of addresses.entries()) {
      const answer = await staff.signIn(`name-${index}`, 'sai', address);
      if (!answer.ok && answer.rejection.code === 'WrongPassword') checked += 1;
    }
    return checked;
  }
  const repeated = (count: number, address: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => address(index));

  it('are checked twenty times for one address, then four times a minute', async () => {
    const { setup, clock } = await started();
    expect(
      await guesses(
        setup.accounts,
        repeated(40, () => HERE),
      ),
    ).toBe(20);
    clock.now += 60_000;
    expect(
      await guesses(
        setup.accounts,
        repeated(40, () => HERE),
      ),
    ).toBe(4);
  });

  it('are checked sixty times for one IPv6 network, whichever addresses they come from', async () => {
    const { setup } = await started();
    expect(
      await guesses(
        setup.accounts,
        repeated(100, (index) => `2001:db8::${index}`),
      ),
    ).toBe(60);
    expect(await setup.accounts.staff.signIn('admin', PASSWORD, '2001:db8:0:1::1')).toMatchObject({ ok: true });
  });

  it('leave three tries to an IPv4 address that has made none, when its network has none left', async () => {
    const { setup } = await started();
    await guesses(
      setup.accounts,
      repeated(60, (index) => `10.0.0.${100 + (index % 20)}`),
    );
    for (let count = 0; count < 3; count += 1)
      expect(await setup.accounts.staff.signIn('admin', PASSWORD, HERE)).toMatchObject({ ok: true });
    expect(
      await guesses(
        setup.accounts,
        repeated(9, () => HERE),
      ),
    ).toBe(3);
  });

  it('do not count a right password', async () => {
    const { setup } = await started();
    for (let count = 0; count < 30; count += 1) expect(await signedIn(setup)).toMatchObject({ userName: 'admin' });
  });
});

describe('a browser in which a person has signed in before', () => {
  it('has tries of its own, only for this person, until the password changes', async () => {
    const { setup } = await started();
    const { staff } = setup.accounts;
    await staff.add(lan);
    const admin = await signedIn(setup);
    const mark = browserMark(admin);
    for (let count = 0; count < 6; count += 1) await staff.signIn('admin', 'sai', HERE);
    expect(await staff.signIn('admin', PASSWORD, HERE)).toMatchObject({ ok: false });
    expect(await staff.signIn('admin', PASSWORD, HERE, mark)).toMatchObject({ ok: true });
    for (let count = 0; count < 6; count += 1) await staff.signIn('lan', 'sai', HERE);
    expect(await staff.signIn('lan', lan.password, HERE, mark)).toMatchObject({ ok: false });
    await staff.setPassword(admin.id, 'một mật khẩu mới');
    expect(await staff.signIn('admin', 'một mật khẩu mới', HERE, mark)).toMatchObject({ ok: false });
  });

  it('is delayed after five wrong passwords like any other', async () => {
    const { setup } = await started();
    const mark = browserMark(await signedIn(setup));
    for (let count = 0; count < 5; count += 1) await setup.accounts.staff.signIn('admin', 'sai', HERE, mark);
    const refused = refuse({ code: 'TooManyAttempts', retryInSeconds: 1 });
    expect(await setup.accounts.staff.signIn('admin', PASSWORD, HERE, mark)).toEqual(refused);
  });
});
