import * as v from 'valibot';
import { expect, it, onTestFinished } from 'vitest';
import type { CounterView } from '../../shared/protocol/views/hall.ts';
import type { IssuedTicket } from '../../shared/protocol/views/ticket.ts';
import { ADMIN, HUNG, LAN } from '../server/office.ts';
import { type OfficeProcess, officeProcess } from '../server/office-process.ts';
import { cookieOf, issueByRest, rest } from '../server/rest.ts';
import { granted, Refused, requestId, Screen } from '../server/screen.ts';

const ROUNDS = 5;
const SERVICES = ['civil-status', 'land', 'social'] as const;

type Ask = (id: string, serviceId: string) => Promise<IssuedTicket>;

/** Asks until somebody answers, across the death of the server: on a socket, `emitWithAck` fails when the connection is lost. */
async function insist<Value>(office: OfficeProcess, ask: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof Refused) throw error;
      await office.alive();
    }
  }
}

/** Twenty places to take a ticket at: half of them kiosks, half of them other systems. */
function callers(office: OfficeProcess): Ask[] {
  return Array.from({ length: 20 }, (_, index) => {
    if (index % 2) return (id, serviceId) => insist(office, () => issueByRest(office, id, serviceId));
    const kiosk = screenOf(office, 'kiosk');
    return (id, serviceId) =>
      insist(office, async () => granted(await kiosk.ask('ticket:issue', { requestId: id, serviceId })));
  });
}

function screenOf<A extends 'kiosk' | 'desk'>(office: OfficeProcess, audience: A, headers = {}): Screen<A> {
  const screen = new Screen(office.address, audience, { reconnection: true, headers });
  onTestFinished(() => screen.close());
  return screen;
}

/** A clerk presses one button after another; a press that got no answer is repeated with its id. */
function clerk(office: OfficeProcess, desk: Screen<'desk'>, counterId: string) {
  return async (...verbs: ('open' | 'call-next' | 'start' | 'finish')[]) => {
    let view: CounterView | null = null;
    for (const verb of verbs) {
      const id = requestId();
      view = await insist(office, async () => granted(await desk.ask(`counter:${verb}`, { requestId: id, counterId })));
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

it('loses no ticket and gives none twice when it is killed again and again under load', async () => {
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
  const places = callers(office);
  const acknowledged = new Map<string, IssuedTicket>();
  await Promise.all([lan('open'), hung('open'), ...places.map(async (ask) => ask(requestId(), 'civil-status'))]);

  for (let round = 1; round <= ROUNDS; round += 1) {
    const before = acknowledged.size;
    let killed = false;
    let dead: Promise<void> | undefined;
    const serving = await lan('call-next', 'start');
    const taking = places.map(async (ask, place) => {
      while (!killed) {
        const id = requestId();
        acknowledged.set(id, await ask(id, SERVICES[place % SERVICES.length] ?? 'land'));
        // Somewhere in the middle of a write, at another place each time.
        if (killed || acknowledged.size - before < 23 * round) continue;
        killed = true;
        dead = office.kill();
      }
    });
    const calling = (async () => {
      while (!killed) await hung('call-next', 'start', 'finish');
    })();
    while (!killed) await Promise.race([...taking, calling]);
    await dead;
    await office.start();
    await Promise.all([...taking, calling]);

    const counter = await rest(office, 'GET', '/counters/counter-1', undefined, admin);
    expect(await counter.json()).toMatchObject({ clerk: serving?.clerk, current: serving?.current });
    await lan('finish');
    const again = [...acknowledged].slice(before).map(async ([id, ticket]) => {
      expect(await issueByRest(office, id, ticket.serviceId)).toEqual(ticket);
    });
    await Promise.all(again);
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
