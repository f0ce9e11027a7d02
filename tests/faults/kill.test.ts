import * as v from 'valibot';
import { expect, it, onTestFinished } from 'vitest';
import type { CounterView } from '../../shared/protocol/views/desk.ts';
import type { IssuedTicket } from '../../shared/protocol/views/ticket.ts';
import { ADMIN, HUNG, LAN } from '../server/office.ts';
import { type OfficeProcess, officeProcess } from '../server/office-process.ts';
import { cookieOf, issueByRest, rest } from '../server/rest.ts';
import { granted, Refused, requestId, Screen } from '../server/screen.ts';

const ROUNDS = 5;
const SERVICES = ['civil-status', 'land', 'social'] as const;

type Issue = (id: string, serviceId: string) => Promise<IssuedTicket>;

/** Repeats a request until it is answered, across restarts of the server: requests fail when the connection is lost. */
async function repeat<Value>(office: OfficeProcess, send: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      if (error instanceof Refused) throw error;
      await office.alive();
    }
  }
}

/** Twenty clients that issue tickets: ten kiosks by socket and ten other systems by REST. */
function clients(office: OfficeProcess): Issue[] {
  return Array.from({ length: 20 }, (_, index) => {
    if (index % 2) return (id, serviceId) => repeat(office, () => issueByRest(office, id, serviceId));
    const kiosk = screenOf(office, 'kiosk');
    return (id, serviceId) =>
      repeat(office, async () => granted(await kiosk.ask('ticket:issue', { requestId: id, serviceId })));
  });
}

function screenOf<A extends 'kiosk' | 'desk'>(office: OfficeProcess, audience: A, headers = {}): Screen<A> {
  const screen = new Screen(office.address, audience, { reconnection: true, headers });
  onTestFinished(() => screen.close());
  return screen;
}

/** Sends the requests of a clerk one after another; a request without an answer is repeated with its id. */
function clerk(office: OfficeProcess, desk: Screen<'desk'>, counterId: string) {
  return async (...verbs: ('open' | 'call-next' | 'start' | 'finish')[]) => {
    let view: CounterView | null = null;
    for (const verb of verbs) {
      const id = requestId();
      view = await repeat(office, async () => granted(await desk.ask(`counter:${verb}`, { requestId: id, counterId })));
    }
    return view;
  };
}

async function eventsOf(office: OfficeProcess, headers: Record<string, string>) {
  const answer = await rest(office, 'GET', '/events?from=1', undefined, headers);
  const line = v.looseObject({ seq: v.number(), type: v.string(), requestId: v.string() });
  return (await answer.text())
    .trim()
    .split('\n')
    .map((text) => v.parse(line, JSON.parse(text)));
}

it('loses no ticket and issues no number twice when it is killed repeatedly under load', async () => {
  const office = await officeProcess();
  await office.start();
  const admin = await cookieOf(office, ADMIN);
  const supervisor = screenOf(office, 'desk', admin);
  for (const [{ username: userName, password }, name] of [
    [LAN, 'Lan'],
    [HUNG, 'Hùng'],
  ] as const)
    granted(await supervisor.ask('staff:add', { requestId: requestId(), userName, name, role: 'clerk', password }));
  const lan = clerk(office, screenOf(office, 'desk', await cookieOf(office, LAN)), 'counter-1');
  const hung = clerk(office, screenOf(office, 'desk', await cookieOf(office, HUNG)), 'counter-2');
  const issuers = clients(office);
  const acknowledged = new Map<string, IssuedTicket>();
  await Promise.all([lan('open'), hung('open'), ...issuers.map(async (issue) => issue(requestId(), 'civil-status'))]);

  for (let round = 1; round <= ROUNDS; round += 1) {
    const before = acknowledged.size;
    let killed = false;
    let ended: Promise<void> | undefined;
    const serving = await lan('call-next', 'start');
    const issuing = issuers.map(async (issue, index) => {
      while (!killed) {
        const id = requestId();
        acknowledged.set(id, await issue(id, SERVICES[index % SERVICES.length] ?? 'land'));
        // After another number of tickets in each round, so that the kill interrupts writes at different points.
        if (killed || acknowledged.size - before < 23 * round) continue;
        killed = true;
        ended = office.kill();
      }
    });
    const calling = (async () => {
      while (!killed) await hung('call-next', 'start', 'finish');
    })();
    while (!killed) await Promise.race([...issuing, calling]);
    await ended;
    await office.start();
    await Promise.all([...issuing, calling]);

    const counter = await rest(office, 'GET', '/counters/counter-1', undefined, admin);
    const { clerk, current } = await counter.json();
    // Other counters may have taught a usual time meanwhile.
    expect({ clerk, current: { ...current, usualMinutes: null } }).toMatchObject({
      clerk: serving?.clerk,
      current: { ...serving?.current, usualMinutes: null },
    });
    await lan('finish');
    const repeated = [...acknowledged].slice(before).map(async ([id, ticket]) => {
      expect(await issueByRest(office, id, ticket.serviceId)).toEqual(ticket);
    });
    await Promise.all(repeated);
  }

  const events = await eventsOf(office, admin);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  const issued = events.filter(({ type }) => type === 'TicketIssued');
  for (const [id, ticket] of acknowledged) {
    expect(issued.filter((event) => event.requestId === id)).toMatchObject([{ number: ticket.number }]);
  }
  expect(new Set(issued.map(({ number }) => number)).size).toBe(issued.length);
  const called = events.filter(({ type }) => type === 'TicketCalled').map(({ ticketId }) => ticketId);
  expect(new Set(called).size).toBe(called.length);
  expect(office.errors).not.toMatch(/missing|left out|Error/);
});
