import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Setup } from '../../../server/setup/setup.ts';
import { accept, refuse } from '../../../shared/protocol/rejections.ts';
import type { DeviceKind } from '../../../shared/protocol/views/common.ts';
import { MINUTE } from '../../../shared/time.ts';
import { started } from '../started.ts';

const HERE = '192.168.1.40';

/** An unpaired screen that requests a code and records the codes and tokens it gets. */
function unpairedScreen({ accounts: { devices } }: Setup, kind: DeviceKind = 'kiosk', address = HERE) {
  const screen = { codes: [] as string[], tokens: [] as string[], displaced: [] as boolean[] };
  const request = devices.request(kind, address, {
    show: (code) => screen.codes.push(code),
    paired: (token) => screen.tokens.push(token),
    displaced: () => screen.displaced.push(true),
  });
  const latest = () => screen.codes.at(-1) ?? '';
  return { ...screen, request, latest, cancel: () => request.ok && request.value.cancel() };
}

describe('pairing a screen', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows a code that a supervisor accepts, and gives the screen a token that survives a restart', async () => {
    const { setup, reopen, clock } = await started();
    const screen = unpairedScreen(setup);
    expect(screen.codes).toEqual([expect.stringMatching(/^\d{6}$/)]);
    expect(setup.accounts.devices.pending()).toEqual([
      { code: screen.latest(), kind: 'kiosk', address: HERE, counter: null, since: clock.now },
    ]);
    expect(await setup.accounts.devices.accept(screen.latest(), 'Máy lấy số cửa chính')).toEqual(accept(null));
    expect(setup.accounts.devices.pending()).toEqual([]);
    const [token = ''] = screen.tokens;
    expect((await reopen()).accounts.devices.authenticate(token)).toMatchObject({
      kind: 'kiosk',
      name: 'Máy lấy số cửa chính',
    });
    expect(JSON.stringify(setup.accounts.devices.list())).not.toContain('tokenHash');
  });

  it('refuses a code that no screen shows, and pairs once when two supervisors accept at the same moment', async () => {
    const { setup } = await started();
    const screen = unpairedScreen(setup, 'display');
    const wrong = screen.latest() === '000000' ? '000001' : '000000';
    expect(await setup.accounts.devices.accept(wrong, 'TV')).toEqual(refuse({ code: 'UnknownDevice' }));
    const both = await Promise.all([
      setup.accounts.devices.accept(screen.latest(), 'TV'),
      setup.accounts.devices.accept(screen.latest(), 'TV'),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(screen.tokens).toHaveLength(1);
    expect(setup.accounts.devices.list()).toHaveLength(1);
  });

  it('replaces a code after ten minutes, when the old one becomes invalid', async () => {
    const { setup } = await started();
    vi.useFakeTimers();
    const screen = unpairedScreen(setup);
    const [first = ''] = screen.codes;
    vi.advanceTimersByTime(10 * MINUTE);
    expect(screen.codes).toHaveLength(2);
    expect(await setup.accounts.devices.accept(first, 'cũ')).toEqual(refuse({ code: 'UnknownDevice' }));
    expect(setup.accounts.devices.pending()).toMatchObject([{ code: screen.latest() }]);
  });

  it('forgets the code of a screen that disconnects', async () => {
    const { setup } = await started();
    const screen = unpairedScreen(setup);
    screen.cancel();
    expect(setup.accounts.devices.pending()).toEqual([]);
    expect(await setup.accounts.devices.accept(screen.latest(), 'TV')).toEqual(refuse({ code: 'UnknownDevice' }));
  });

  it('allows five unpaired screens per address at a time', async () => {
    const { setup } = await started();
    const screens = Array.from({ length: 6 }, () => unpairedScreen(setup));
    expect(screens.map(({ request }) => request.ok)).toEqual([true, true, true, true, true, false]);
    expect(unpairedScreen(setup, 'kiosk', '192.168.1.41').request.ok).toBe(true);
    screens[0]?.cancel();
    expect(unpairedScreen(setup).request.ok).toBe(true);
  });

  it('gives a code to a screen of a new address when sixty others show all that they may, and takes it from one of them', async () => {
    const { setup } = await started();
    const flood = Array.from({ length: 300 }, (_, index) =>
      unpairedScreen(setup, 'kiosk', `192.168.1.${100 + (index % 60)}`),
    );
    const real = unpairedScreen(setup, 'display', '192.168.1.30');
    expect(real.codes).toHaveLength(1);
    expect(flood.filter(({ displaced }) => displaced.length > 0)).toHaveLength(1);
    const shown = setup.accounts.devices.pending();
    expect(shown).toHaveLength(50);
    expect(shown[0]).toMatchObject({ code: real.latest(), address: '192.168.1.30' });
    expect(await setup.accounts.devices.accept(real.latest(), 'TV')).toEqual(accept(null));
  });

  it('no longer accepts a revoked token, and notifies its subscribers of each step', async () => {
    const { setup } = await started();
    const notified: string[] = [];
    const unsubscribe = setup.accounts.subscribe(() =>
      notified.push(`${setup.accounts.devices.pending().length}/${setup.accounts.devices.list().length}`),
    );
    const screen = unpairedScreen(setup, 'rating');
    await setup.accounts.devices.accept(screen.latest(), 'Máy đánh giá');
    const [device] = setup.accounts.devices.list();
    expect(await setup.accounts.devices.revoke(device?.id ?? '')).toEqual(accept(null));
    expect(setup.accounts.devices.authenticate(screen.tokens[0] ?? '')).toBeNull();
    expect(await setup.accounts.devices.revoke(device?.id ?? '')).toEqual(refuse({ code: 'UnknownDevice' }));
    unsubscribe();
    unpairedScreen(setup);
    expect(notified).toEqual(['1/0', '1/1', '0/1', '0/0']);
  });
});
