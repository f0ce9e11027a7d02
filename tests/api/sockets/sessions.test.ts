import { describe, expect, it, vi } from 'vitest';
import { officeClock } from '../../../server/engine/clock.ts';
import { SESSION_LENGTH } from '../../../server/setup/accounts/sessions.ts';
import { ADMIN, HUNG, LAN, openOffice } from '../../server/office.ts';
import { FROM_LAN, granted, requestId } from '../../server/screen.ts';
import { withoutHeartbeat } from './without-heartbeat.ts';

withoutHeartbeat();

describe('a page of another origin', () => {
  it.each<Record<string, string>>([
    { Origin: 'http://example.com' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'http://127.0.0.1:1' },
  ])('is refused at the handshake: %j', async (headers) => {
    const office = await openOffice();
    const screen = office.screen('kiosk', { headers });
    await screen.until(() => screen.refusals[0]);
    expect(screen.messages).toEqual([]);
  });

  it('is distinguished from our own page, whose Origin is the server', async () => {
    const office = await openOffice();
    await office.connect('kiosk', { headers: { Origin: office.address } });
  });
});

describe('a desk page', () => {
  it.each(['desk', 'printer'] as const)('is refused without a valid session for the %s audience', async (audience) => {
    const office = await openOffice();
    const screen = office.screen(audience, FROM_LAN);
    expect(await screen.refusal()).toEqual({ code: 'SignInRequired' });
    const forged = office.screen(audience, { headers: { ...FROM_LAN.headers, cookie: 'den-luot-session=forged' } });
    expect(await forged.refusal()).toEqual({ code: 'SignInRequired' });
    expect([...screen.messages, ...forged.messages]).toEqual([]);
  });

  it('is disconnected when its session ends, while other desks remain connected', async () => {
    const office = await openOffice();
    const headers = await office.cookie(LAN);
    const desk = await office.connect('desk', { headers });
    const other = await office.desk(HUNG);
    await office.rest('DELETE', '/session', undefined, headers);
    expect(await desk.until(() => desk.disconnects[0])).toBe('io server disconnect');
    desk.socket.connect();
    expect(await desk.refusal()).toEqual({ code: 'SignInRequired' });
    expect(granted(await other.ask('counter:open', { requestId: requestId(), counterId: 'counter-1' })).state).toBe(
      'open',
    );
    expect(other.disconnects).toEqual([]);
  });

  it('is disconnected when its session expires, instead of showing old figures', async () => {
    let passed = 0;
    const opened = Date.now();
    const clock = officeClock(
      () => opened + passed,
      () => passed,
    );
    const office = await openOffice({ clock });
    const desk = await office.desk(LAN);
    passed += SESSION_LENGTH + 1000;
    vi.advanceTimersByTime(5_000);
    expect(await desk.until(() => desk.disconnects[0])).toBe('io server disconnect');
  });
});

it('makes a user wait after too many wrong passwords, but not other users', async () => {
  const office = await openOffice();
  const answers: Response[] = [];
  for (let count = 0; count < 20; count += 1) {
    answers.push(await office.rest('POST', '/session', { ...LAN, password: `wrong-${count}` }));
  }
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.slice(0, 5).map(({ status }) => status)).toEqual(Array(5).fill(401));
  expect(refused.length).toBeGreaterThan(10);
  const last = refused.at(-1);
  expect(await last?.json()).toMatchObject({ code: 'TooManyAttempts', retryInSeconds: expect.any(Number) });
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  await office.desk(ADMIN);
});
