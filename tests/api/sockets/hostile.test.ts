import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Audience, PROTOCOL_VERSION } from '../../../shared/protocol/protocol.ts';
import { ADMIN, LAN, type RunningOffice, startOffice, testOffice } from '../../server/office.ts';
import { issueByRest } from '../../server/rest.ts';
import { requestId, type Screen, type ScreenOptions } from '../../server/screen.ts';
import { malformed, requests } from './payloads.ts';

const AUDIENCES = ['kiosk', 'display', 'rating', 'printer', 'desk', 'phone'] as const;
/** Telephones get the changes of others only seconds later. */
const UPDATED_AT_ONCE = AUDIENCES.filter((audience) => audience !== 'phone');
const table = AUDIENCES.flatMap((audience) =>
  Object.entries(requests[audience]).map(([name, valid]) => ({ audience, name, valid })),
);

let office: RunningOffice;
/** Screens that must not get a view because of a refused request. */
let others: Screen<Audience>[];
let kiosk: Screen<'kiosk'>;
let options: Record<Audience, ScreenOptions>;

beforeAll(async () => {
  // The heartbeat every 5 s is a view too, and these tests count views.
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const started = await startOffice();
  office = started.office;
  const lan = { headers: await office.cookie(LAN) };
  const admin = { headers: await office.cookie(ADMIN) };
  const { id: ticket } = await issueByRest(office, requestId(), 'land');
  const phone = { auth: { protocol: PROTOCOL_VERSION, ticket } };
  options = { kiosk: {}, display: {}, rating: {}, printer: lan, desk: admin, phone };
  kiosk = await office.connect('kiosk');
  others = [kiosk, ...(await Promise.all(UPDATED_AT_ONCE.map((audience) => office.connect(audience, lan))))];
  return async () => {
    vi.useRealTimers();
    await started.close();
  };
});

let eventsBefore = 0;
let viewsBefore: number[] = [];
beforeEach(async () => {
  eventsBefore = await office.eventCount();
  viewsBefore = others.map(({ views }) => views.length);
});

/** No event in the journal, no change of set-up, no log entry, and no view for other screens. */
afterEach(async () => {
  expect(await office.eventCount()).toBe(eventsBefore);
  expect(office.server.setup.accounts.staff.list()).toHaveLength(3);
  expect(office.server.setup.accounts.devices.list()).toHaveLength(0);
  expect(office.logged.map(({ code }) => code)).toEqual(['printer-unreachable']);
  expect({}).not.toHaveProperty('is');
  const name = await rename();
  for (const [index, screen] of others.entries()) {
    const before = viewsBefore[index] ?? 0;
    const { index: changed } = await screen.view((view) => JSON.stringify(view).includes(name), before);
    expect(changed).toBe(before);
  }
});

let names = 0;
/** Gives the office a new name, which every audience shows: it must be in the very next view of each screen. */
async function rename(): Promise<string> {
  names += 1;
  const name = `Tên thứ ${names}.`;
  await office.change({ name: { ...testOffice.name, vi: name } });
  return name;
}

async function refusalOf(screen: Screen<Audience>, name: string, args: unknown[]): Promise<unknown> {
  const result = await screen.send(name, ...args);
  return result.ok ? result : result.rejection.code;
}

describe.each(table)('$name of the $audience audience', ({ audience, name, valid }) => {
  it('is refused as invalid for every malformed payload', async () => {
    const screen = await office.connect(audience, options[audience]);
    for (const [problem, args] of malformed(name, valid)) {
      expect(await refusalOf(screen, name, args), problem).toBe('InvalidRequest');
    }
    screen.close();
  });

  it('is refused when an id is the name of an object property', async () => {
    const screen = await office.connect(audience, options[audience]);
    for (const property of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      for (const field of Object.keys(valid()).filter((key) =>
        /^(service|counter|ticket|device|staff)(Id|Class)$/.test(key),
      )) {
        const code = await refusalOf(screen, name, [{ ...valid(), [field]: property }]);
        expect(code, `${field}: ${property}`).toMatch(/^Unknown|^CounterClosed$/);
      }
    }
    screen.close();
  });

  it('is ignored without an acknowledgement callback', async () => {
    const screen = await office.connect(audience, options[audience]);
    screen.socket.emit(name, valid());
    screen.socket.emit(name);
    expect(await refusalOf(screen, 'over', [])).toBe('UnknownRequest');
    screen.close();
  });
});

describe.each(AUDIENCES)('a client of the %s audience', (audience) => {
  const connect = () => office.connect(audience, options[audience]);

  it('is refused unknown requests and those of other audiences', async () => {
    const screen = await connect();
    const own = new Set<string>(Object.keys(requests[audience]));
    const names = ['constructor', '__proto__', 'toString', 'error', 'message', '', ' ', 'ticket', 'x'.repeat(9000)];
    names.push(...table.map(({ name }) => name).filter((name) => !own.has(name)));
    for (const name of names) {
      expect(await refusalOf(screen, name, [{ requestId: requestId() }]), name).toBe('UnknownRequest');
    }
    expect(screen.views).toHaveLength(1);
    screen.close();
  });

  it('is disconnected for a message above the size limit, without effect on other clients', async () => {
    const screen = await connect();
    screen.socket.io.engine.write(`2/${audience},1["ticket:issue","${'x'.repeat(20_000)}"]`);
    await screen.until(() => screen.disconnects[0]);
    const other = await connect();
    expect(await refusalOf(other, 'over', [])).toBe('UnknownRequest');
    other.close();
  });

  it.each([
    ['a packet of invalid JSON', `2/${audience},1{{{`],
    ['a reserved event name', `2/${audience},1["disconnect"]`],
    ['a packet of an unknown type', '9'],
    ['an unexpected acknowledgement', `3/${audience},1[{"ok":true}]`],
    [
      'text instead of an announced binary attachment',
      `51-/${audience},1["ticket:issue",{"_placeholder":true,"num":0}]`,
    ],
    ['a number as event name', `2/${audience},1[7,{}]`],
    ['an event without a name', `2/${audience},1[]`],
  ])('does not affect other clients by sending %s', async (_, text) => {
    const screen = await connect();
    screen.socket.io.engine.write(text);
    // Where an attachment was announced, this is the text in its place; else it is just another request.
    screen.socket.io.engine.write(`2/${audience},2["over"]`);
    const other = await connect();
    expect(await refusalOf(other, 'over', [])).toBe('UnknownRequest');
    screen.close();
    other.close();
  });
});

it('refuses connections to a namespace that is not an audience', async () => {
  for (const name of ['fax', 'constructor', '__proto__', 'desk/x']) {
    const screen = office.screen(name as Audience);
    await screen.until(() => screen.refusals[0]);
    expect(screen.messages).toEqual([]);
  }
});
