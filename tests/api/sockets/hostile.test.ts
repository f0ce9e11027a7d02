import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Audience, PROTOCOL_VERSION } from '../../../shared/protocol/protocol.ts';
import { ADMIN, LAN, type RunningOffice, startOffice, testOffice } from '../../server/office.ts';
import { issueByRest } from '../../server/rest.ts';
import { requestId, type Screen, type ScreenOptions } from '../../server/screen.ts';
import { hostile, requests } from './payloads.ts';

const AUDIENCES = ['kiosk', 'display', 'rating', 'printer', 'desk', 'phone'] as const;
/** Telephones hear of others' doings seconds later. */
const AT_ONCE = AUDIENCES.filter((audience) => audience !== 'phone');
const table = AUDIENCES.flatMap((audience) =>
  Object.entries(requests[audience]).map(([name, right]) => ({ audience, name, right })),
);

let office: RunningOffice;
/** Who listens while somebody else misbehaves. */
let others: Screen<Audience>[];
let witness: Screen<'kiosk'>;
let entries: Record<Audience, ScreenOptions>;

beforeAll(async () => {
  // The sign of life every 5 s is a view too, and here every view counts.
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const started = await startOffice();
  office = started.office;
  const lan = { headers: await office.cookie(LAN) };
  const admin = { headers: await office.cookie(ADMIN) };
  const { id: ticket } = await issueByRest(office, requestId(), 'land');
  const phone = { auth: { protocol: PROTOCOL_VERSION, ticket } };
  entries = { kiosk: {}, display: {}, rating: {}, printer: lan, desk: admin, phone };
  witness = await office.inside('kiosk');
  others = [witness, ...(await Promise.all(AT_ONCE.map((audience) => office.inside(audience, lan))))];
  return async () => {
    vi.useRealTimers();
    await started.close();
  };
});

let facts = 0;
let heard: number[] = [];
beforeEach(async () => {
  facts = await office.facts();
  heard = others.map(({ views }) => views.length);
});

/** Nothing in the journal, nothing in set-up, nothing in the log, and nobody else was told. */
afterEach(async () => {
  expect(await office.facts()).toBe(facts);
  expect(office.server.setup.accounts.staff.list()).toHaveLength(3);
  expect(office.server.setup.accounts.devices.list()).toHaveLength(0);
  expect(office.logged.map(({ code }) => code)).toEqual(['printer-unreachable']);
  expect({}).not.toHaveProperty('is');
  await changeSomething();
  for (const [index, screen] of others.entries()) {
    const before = heard[index] ?? 0;
    const { index: changed } = await screen.view((view) => JSON.stringify(view).includes(marks.at(-1) ?? ''), before);
    expect(changed).toBe(before);
  }
});

/** Shown to each audience: a new name of the office, of which each screen must hear before anything else. */
const marks: string[] = [];
async function changeSomething(): Promise<void> {
  const mark = `Tên thứ ${marks.length + 1}.`;
  marks.push(mark);
  await office.change({ name: { ...testOffice.name, vi: mark } });
}

async function refusalOf(screen: Screen<Audience>, name: string, args: unknown[]): Promise<unknown> {
  const result = await screen.send(name, ...args);
  return result.ok ? result : result.rejection.code;
}

describe.each(table)('$name of the $audience', ({ audience, name, right }) => {
  it('is refused with a reason, whatever is wrong with it', async () => {
    const screen = await office.inside(audience, entries[audience]);
    for (const [what, args] of hostile(name, right)) {
      expect(await refusalOf(screen, name, args), what).toBe('InvalidRequest');
    }
    screen.close();
  });

  it('is refused for things called like parts of an object', async () => {
    const screen = await office.inside(audience, entries[audience]);
    for (const word of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      for (const field of Object.keys(right()).filter((key) =>
        /^(service|counter|ticket|device|staff)(Id|Class)$/.test(key),
      )) {
        const code = await refusalOf(screen, name, [{ ...right(), [field]: word }]);
        expect(code, `${field}: ${word}`).toMatch(/^Unknown|^CounterClosed$/);
      }
    }
    screen.close();
  });

  it('does nothing without an acknowledgement, because there is nobody to answer', async () => {
    const screen = await office.inside(audience, entries[audience]);
    screen.socket.emit(name, right());
    screen.socket.emit(name);
    expect(await refusalOf(screen, 'over', [])).toBe('UnknownRequest');
    screen.close();
  });
});

describe.each(AUDIENCES)('a client of the %s', (audience) => {
  const join = () => office.inside(audience, entries[audience]);

  it('gets a refusal for a request nobody knows, or that belongs to others', async () => {
    const screen = await join();
    const own = new Set<string>(Object.keys(requests[audience]));
    const names = ['constructor', '__proto__', 'toString', 'error', 'message', '', ' ', 'ticket', 'x'.repeat(9000)];
    names.push(...table.map(({ name }) => name).filter((name) => !own.has(name)));
    for (const name of names) {
      expect(await refusalOf(screen, name, [{ requestId: requestId() }]), name).toBe('UnknownRequest');
    }
    expect(screen.views).toHaveLength(1);
    screen.close();
  });

  it('is cut off, and harms nobody, when its message is larger than any request', async () => {
    const screen = await join();
    screen.socket.io.engine.write(`2/${audience},1["ticket:issue","${'x'.repeat(20_000)}"]`);
    await screen.until(() => screen.ends[0]);
    const other = await join();
    expect(await refusalOf(other, 'over', [])).toBe('UnknownRequest');
    other.close();
  });

  it.each([
    ['a message that is no packet', `2/${audience},1{{{`],
    ['a reserved name', `2/${audience},1["disconnect"]`],
    ['a packet of an unknown kind', '9'],
    ['an acknowledgement nobody waits for', `3/${audience},1[{"ok":true}]`],
    ['text where bytes were announced', `51-/${audience},1["ticket:issue",{"_placeholder":true,"num":0}]`],
    ['a number as a name', `2/${audience},1[7,{}]`],
    ['an empty list', `2/${audience},1[]`],
  ])('harms nobody with %s', async (_, text) => {
    const screen = await join();
    screen.socket.io.engine.write(text);
    // Bytes were announced and text comes, or simply the next thing this client does.
    screen.socket.io.engine.write(`2/${audience},2["over"]`);
    const other = await join();
    expect(await refusalOf(other, 'over', [])).toBe('UnknownRequest');
    screen.close();
    other.close();
  });
});

it('lets nobody into a namespace that is no audience', async () => {
  for (const name of ['fax', 'constructor', '__proto__', 'desk/x']) {
    const screen = office.screen(name as Audience);
    await screen.until(() => screen.refusals[0]);
    expect(screen.heard).toEqual([]);
  }
});
