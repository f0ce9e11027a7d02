import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { FIRST_KIOSKS, FIRST_SCREENS, type Office } from '../../../shared/office/office.ts';
import { PROTOCOL_VERSION } from '../../../shared/protocol/protocol.ts';
import { ADMIN, HUNG, LAN, NO_PRINTER, openOffice, type RunningOffice, testOffice } from '../../server/office.ts';
import { granted, requestId, type Screen } from '../../server/screen.ts';
import { withoutHeartbeat } from './without-heartbeat.ts';

withoutHeartbeat();

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/;

async function ticketOf(kiosk: Screen<'kiosk'>, serviceId = 'civil-status', ticketClass = 'regular') {
  return granted(await kiosk.ask('ticket:issue', { requestId: requestId(), serviceId, ticketClass }));
}

/** One ticket is called, one is being served, one is done and one waits. */
async function busy(office: RunningOffice) {
  const kiosk = await office.connect('kiosk');
  const lan = await office.clerkAt('counter-1', LAN);
  const hung = await office.clerkAt('counter-2', HUNG);
  for (let count = 0; count < 4; count += 1) await ticketOf(kiosk);
  const at = (desk: Screen<'desk'>, counterId: string) => async (verb: 'call-next' | 'start' | 'finish') =>
    granted(await desk.ask(`counter:${verb}`, { requestId: requestId(), counterId }));
  const first = at(lan, 'counter-1');
  const second = at(hung, 'counter-2');
  for (const verb of ['call-next', 'start', 'finish', 'call-next'] as const) await first(verb);
  for (const verb of ['call-next', 'start'] as const) await second(verb);
  return { kiosk, lan, hung };
}

describe('every screen', () => {
  it.each(['kiosk', 'display', 'rating', 'printer', 'desk'] as const)(
    'of the %s audience gets hello first, then its whole view, on each connection',
    async (audience) => {
      const office = await openOffice();
      const headers = await office.cookie(LAN);
      const screen = await office.connect(audience, { headers });
      expect(screen.messages.slice(0, 3)).toEqual(['hello', 'steady', 'view']);
      expect(screen.hellos).toEqual([{ protocol: PROTOCOL_VERSION, build: 'build-of-the-test' }]);
      const first = screen.views[0];
      screen.socket.disconnect().connect();
      const again = await screen.view(undefined, 1);
      expect(screen.messages.slice(3, 6)).toEqual(['hello', 'steady', 'view']);
      expect(again.view).toEqual(first?.view);
      expect(again.version).toBeGreaterThan(first?.version ?? 0);
    },
  );

  it('gets hello before anything else when its protocol is old, so that it can reload itself', async () => {
    const office = await openOffice();
    const screen = await office.connect('display', { auth: { protocol: 0 } });
    expect(screen.messages[0]).toBe('hello');
  });

  it.each([{ protocol: 'x', token: 7 }, { token: null }, { token: 'x'.repeat(5000) }, { token: { $ne: '' } }, {}])(
    'is admitted on the server’s own machine with any handshake: %j',
    async (auth) => {
      const office = await openOffice();
      await office.connect('kiosk', { auth });
    },
  );

  it('gets its views although building the view of another audience throws', async () => {
    const office = await openOffice({ office: { printer: { ...NO_PRINTER, address: 'preview' } } });
    const kiosk = await office.connect('kiosk');
    const printer = await office.connect('printer');
    const broken = new Error('a bug');
    const health = vi.spyOn(office.server.engine, 'health').mockImplementation(() => {
      throw broken;
    });
    onTestFinished(() => health.mockRestore());
    await ticketOf(kiosk);
    await printer.view(({ papers }) => papers.length === 1);
    expect(office.logged).toContainEqual(expect.objectContaining({ code: 'bug', error: broken }));
  });

  it('gets views with increasing version numbers', async () => {
    const office = await openOffice();
    const display = await office.connect('display');
    const { lan } = await busy(office);
    await display.view(({ calls }) => calls.length === 2);
    for (const { views } of [display, lan]) {
      const versions = views.map(({ version }) => version);
      expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    }
  });
});

describe('a TV', () => {
  const [first] = FIRST_SCREENS;
  const screens: Office['screens'] = [first, { ...first, id: 'land', services: ['land'] }];
  const as = (fields: object) => ({ auth: { protocol: PROTOCOL_VERSION, ...fields } });

  it('gets the board of its own screen, a sign that of its counter, and REST that of the first screen', async () => {
    const office = await openOffice({ office: { screens } });
    await busy(office);
    const hall = await office.connect('display');
    const land = await office.connect('display', as({ screen: 'land' }));
    const sign = await office.connect('display', as({ counter: '1' }));
    expect(hall.shown.calls.map(({ number }) => number).sort()).toEqual(['A002', 'A003']);
    expect(await (await office.rest('GET', '/board')).json()).toEqual(hall.shown);
    expect(land.shown.calls).toEqual([]);
    expect(land.shown.services.map(({ id }) => id)).toEqual(['land']);
    expect(sign.shown.counters.map(({ number }) => number)).toEqual([1]);
  });

  it('is refused when set-up does not have its screen', async () => {
    const office = await openOffice({ office: { screens } });
    const refused = office.screen('display', as({ screen: 'roof' }));
    await expect.poll(() => refused.refusals).toMatchObject([{ data: { rejection: { code: 'UnknownScreen' } } }]);
    expect(refused.messages).not.toContain('view');
  });
});

describe('a kiosk', () => {
  const [first] = FIRST_KIOSKS;
  const kiosks: Office['kiosks'] = [first, { ...first, id: 'side-door', slot: 'right' }];
  const as = (fields: object) => ({ auth: { protocol: PROTOCOL_VERSION, ...fields } });

  it('gets the slot of its own paper, and the first one when its address names none', async () => {
    const office = await openOffice({ office: { kiosks } });
    const entrance = await office.connect('kiosk');
    const side = await office.connect('kiosk', as({ kiosk: 'side-door' }));
    expect([entrance.shown.slot, side.shown.slot]).toEqual(['below', 'right']);
    const serving = office.server.setup.office.counters.filter(({ services }) => services.includes('land'));
    const land = side.shown.services.find(({ id }) => id === 'land');
    expect(land?.counters).toEqual(serving.map(({ number }) => number));
  });

  it('gets its new slot without a reload', async () => {
    const office = await openOffice({ office: { kiosks } });
    const side = await office.connect('kiosk', as({ kiosk: 'side-door' }));
    await office.change({ kiosks: [first, { ...first, id: 'side-door', slot: 'left' }] });
    await side.view(({ slot }) => slot === 'left');
  });

  it('is refused when set-up does not have it', async () => {
    const office = await openOffice({ office: { kiosks } });
    const refused = office.screen('kiosk', as({ kiosk: 'roof' }));
    await expect.poll(() => refused.refusals).toMatchObject([{ data: { rejection: { code: 'UnknownKiosk' } } }]);
    expect(refused.messages).not.toContain('view');
  });
});

describe('a view', () => {
  it('contains no ticket ids and no staff for kiosks, TVs and rating pads', async () => {
    const office = await openOffice();
    const { kiosk } = await busy(office);
    const display = await office.connect('display');
    const rating = await office.connect('rating');
    await kiosk.view(({ services }) => services[0]?.waiting === 1);
    expect(display.shown.calls.map(({ number }) => number).sort()).toEqual(['A002', 'A003']);
    expect(rating.shown.visits).toMatchObject([{ number: 'A001' }]);
    for (const { views } of [kiosk, display, rating]) {
      const text = JSON.stringify(views);
      expect(text).not.toMatch(UUID);
      expect(text).not.toMatch(/Nguyễn|Hùng|Quản trị|lan"|admin/);
    }
  });

  it('contains staff and devices for supervisors only, and never a secret', async () => {
    const office = await openOffice();
    const admin = await office.desk(ADMIN);
    await office.pair('display', admin);
    const lan = await office.desk(LAN);
    await admin.view(({ supervisor }) => supervisor?.devices.length === 1);
    expect(admin.shown.supervisor?.staff.map(({ userName }) => userName)).toEqual(['admin', 'lan', 'hung']);
    expect(lan.shown.supervisor).toBeNull();
    expect(JSON.stringify(admin.views)).not.toMatch(/hash|argon2|token/i);
  });
});

describe('a kiosk', () => {
  it('issues a ticket and is shown when it is printed', async () => {
    const office = await openOffice({ office: { printer: { ...NO_PRINTER, address: 'preview' } } });
    const kiosk = await office.connect('kiosk');
    const printer = await office.connect('printer');
    const ticket = await ticketOf(kiosk, 'land', 'elderly');
    expect(ticket).toMatchObject({ number: 'B001', serviceId: 'land', ahead: 0, estimate: null });
    await kiosk.view(({ prints }) => prints.some(({ number, state }) => number === 'B001' && state === 'printed'));
    const { view } = await printer.view(({ papers }) => papers.length === 1);
    const picture = await fetch(`${office.address}${view.papers[0]?.src}`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  it('gets the same ticket for a repeated request over socket and REST, with one event in the journal', async () => {
    const office = await openOffice();
    const kiosk = await office.connect('kiosk');
    const request = { requestId: requestId(), serviceId: 'social' };
    const [first, second] = await Promise.all([kiosk.ask('ticket:issue', request), kiosk.ask('ticket:issue', request)]);
    const rest = await office.rest('POST', '/tickets', request);
    expect(second).toEqual(first);
    expect(rest.status).toBe(201);
    expect(await rest.json()).toEqual(granted(first));
    const issued = await eventsOf(office, 'TicketIssued');
    expect(issued).toHaveLength(1);
    expect(issued[0]).toMatchObject({ requestId: request.requestId, by: 'device:local' });
    const other = await kiosk.ask('ticket:issue', { ...request, serviceId: 'land' });
    expect(other).toEqual({ ok: false, rejection: { code: 'RequestIdReused' } });
  });
});

describe('another system over REST', () => {
  it('gets the same ticket for a repeated request, and is not paused for issuing tickets fast', async () => {
    const office = await openOffice({
      office: { rules: { ...testOffice.rules, burst: { tickets: 1, seconds: 60, pauseSeconds: 60 } } },
    });
    const request = { requestId: requestId(), serviceId: 'social' };
    const first = await office.rest('POST', '/tickets', request);
    const ticket = await first.json();
    for (const again of [request, request])
      expect(await (await office.rest('POST', '/tickets', again)).json()).toEqual(ticket);
    for (let more = 0; more < 3; more += 1) {
      const other = await office.rest('POST', '/tickets', { requestId: requestId(), serviceId: 'social' });
      expect(other.status).toBe(201);
    }
  });
});

describe('a rating pad', () => {
  it('rates a finished visit once, which updates the satisfaction on the TV', async () => {
    const office = await openOffice({ office: { rules: { ...testOffice.rules, ratingIntervalSeconds: 0 } } });
    await busy(office);
    const rating = await office.connect('rating');
    const display = await office.connect('display');
    const vote = { number: ' a001', level: 5, reason: 'attitude' } as const;
    expect(await rating.ask('visit:rate', { requestId: requestId(), ...vote })).toEqual({ ok: true, value: null });
    const { view } = await display.view(({ satisfaction }) => satisfaction.ratings === 1);
    expect(view.satisfaction).toMatchObject({
      ratings: 1,
      satisfied: 1,
      levels: [0, 0, 0, 0, 1],
      anonymous: 0,
      visits: 1,
    });
    await rating.view(({ visits }) => visits.length === 0);
    expect(await rating.ask('visit:rate', { requestId: requestId(), ...vote })).toEqual({
      ok: false,
      rejection: { code: 'AlreadyRated', number: 'A001' },
    });
    // The only visit has its vote, so a vote without a number is kept apart: the supervisor sees it, and no TV.
    granted(await rating.ask('visit:rate', { requestId: requestId(), level: 1, number: null, ticketId: null }));
    const supervisor = await office.connect('desk', { headers: await office.cookie(ADMIN) });
    await supervisor.view((desk) => desk.supervisor?.votesApart.join() === '1,0,0,0,0');
    expect(display.shown.satisfaction).toMatchObject({ ratings: 1, anonymous: 0 });
  });

  it('turns the vote of a press into that of a number, and takes it back', async () => {
    const office = await openOffice({ office: { rules: { ...testOffice.rules, ratingIntervalSeconds: 60 } } });
    await busy(office);
    const rating = await office.connect('rating');
    const ask = (change: { number?: string; reason?: 'other' }) =>
      rating.ask('visit:rate', { requestId: requestId(), voteId: 'press-of-a-face', level: 2, ...change });
    granted(await ask({}));
    await rating.view(({ satisfaction, visits }) => satisfaction.ratings === 1 && visits.length === 1);
    granted(await ask({ number: 'A001', reason: 'other' }));
    const { view } = await rating.view(({ visits }) => visits.length === 0);
    expect(view.satisfaction).toMatchObject({ ratings: 1, levels: [0, 1, 0, 0, 0] });
    const back = { requestId: requestId(), voteId: 'press-of-a-face' };
    granted(await rating.ask('visit:take-back', back));
    await rating.view(({ satisfaction, visits }) => satisfaction.ratings === 0 && visits.length === 1);
  });
});

async function eventsOf(office: RunningOffice, type: string): Promise<{ type: string }[]> {
  const answer = await office.rest('GET', '/events?from=1', undefined, await office.cookie(ADMIN));
  const lines = (await answer.text()).trim().split('\n');
  return lines.map((line): { type: string } => JSON.parse(line)).filter((event) => event.type === type);
}
