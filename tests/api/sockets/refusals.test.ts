/** Ordinary refusals: sockets and REST give the same rejection, REST also in words, and other screens get no view. */
import { expect, it } from 'vitest';
import { type Office, REGULAR } from '../../../shared/office/office.ts';
import type { RejectionCode } from '../../../shared/protocol/rejections.ts';
import { HUNG, LAN, openOffice, type RunningOffice, testOffice } from '../../server/office.ts';
import { granted, requestId } from '../../server/screen.ts';
import { withoutHeartbeat } from './without-heartbeat.ts';

withoutHeartbeat();

const counterId = 'counter-1';
const NEVER: Office['hours'] = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const ticket = { audience: 'kiosk', name: 'ticket:issue', path: '/tickets' } as const;
const press = (verb: string) =>
  ({ audience: 'desk', name: `counter:${verb}`, path: `/counters/${counterId}/${verb}` }) as const;

interface Situation {
  what: string;
  audience: 'kiosk' | 'rating' | 'desk';
  name: string;
  path: string;
  body?: Record<string, unknown>;
  by?: typeof LAN;
  office?: Partial<Office>;
  /** Runs before the refused request. */
  before?(office: RunningOffice): Promise<unknown>;
  status: number;
  rejection: { code: RejectionCode; [fact: string]: unknown };
}

async function take(office: RunningOffice): Promise<void> {
  const kiosk = await office.connect('kiosk');
  const request = { requestId: requestId(), serviceId: 'civil-status', ticketClass: REGULAR };
  granted(await kiosk.ask('ticket:issue', request));
}

const SITUATIONS: Situation[] = [
  {
    what: 'a ticket of an unknown service',
    ...ticket,
    body: { serviceId: 'passport' },
    status: 404,
    rejection: { code: 'UnknownService' },
  },
  {
    what: 'a ticket while the office is closed',
    ...ticket,
    body: { serviceId: 'land' },
    office: { hours: NEVER },
    status: 409,
    rejection: { code: 'OfficeClosed', opensAt: null },
  },
  {
    what: 'a ticket above the daily limit of a service',
    ...ticket,
    body: { serviceId: 'civil-status' },
    office: { services: testOffice.services.map((service) => ({ ...service, dailyLimit: 1 })) },
    before: take,
    status: 409,
    rejection: { code: 'DailyLimitReached', limit: 1 },
  },
  { what: 'a call while nobody waits', ...press('call-next'), status: 409, rejection: { code: 'NobodyWaiting' } },
  {
    what: 'to open a counter that another clerk has open',
    ...press('open'),
    by: HUNG,
    status: 409,
    rejection: { code: 'CounterTaken', clerkName: 'Nguyễn Thị Lan' },
  },
  {
    what: 'to finish a visitor who is called but not yet served',
    ...press('finish'),
    before: async (office) => {
      await take(office);
      await office.rest(
        'POST',
        `/counters/${counterId}/call-next`,
        { requestId: requestId() },
        await office.cookie(LAN),
      );
    },
    status: 409,
    rejection: { code: 'WrongState', number: 'A001', ticketStatus: 'called' },
  },
  {
    what: 'a miss of another visitor than the one who is called',
    ...press('miss'),
    body: { ticketId: 'ticket-of-another' },
    before: async (office) => {
      await take(office);
      const path = `/counters/${counterId}/call-next`;
      await office.rest('POST', path, { requestId: requestId() }, await office.cookie(LAN));
    },
    status: 409,
    rejection: { code: 'OtherTicketAtCounter', number: 'A001' },
  },
  {
    what: 'a rating before the visit is done',
    audience: 'rating',
    name: 'visit:rate',
    path: '/ratings',
    body: { number: 'A001', level: 5 },
    before: take,
    status: 409,
    rejection: { code: 'WrongState', number: 'A001', ticketStatus: 'waiting' },
  },
];

it.each(SITUATIONS)('refuses $what alike over socket and REST, and sends other screens no view', async (situation) => {
  const { audience, name, path, body = {}, by = LAN, before, status, rejection } = situation;
  const office = await openOffice({ office: situation.office ?? {} });
  const lan = await office.clerkAt(counterId, LAN);
  await before?.(office);
  const headers = await office.cookie(by);
  const screen = await office.connect(audience, { headers });
  const others = [lan, await office.connect('display'), await office.connect('kiosk'), await office.connect('rating')];
  await expect.poll(() => office.logged.map(({ code }) => code)).toEqual(['printer-unreachable']);
  /** Changes the office's name, which every screen shows; returns the index of the view with the new name on each screen. */
  const rename = async (vi: string) => {
    await office.change({ name: { ...testOffice.name, vi } });
    return Promise.all(
      others.map(async (other) => (await other.view((view) => JSON.stringify(view).includes(vi))).index),
    );
  };
  const shown = await rename('Tên trước.');
  const events = await office.eventCount();

  const payload = audience === 'desk' ? { ...body, counterId } : body;
  expect(await screen.send(name, { requestId: requestId(), ...payload })).toEqual({ ok: false, rejection });
  const details = new Set<unknown>();
  for (const language of ['vi', 'en']) {
    const sent = { requestId: requestId(), ...body };
    const answer = await office.rest('POST', path, sent, { ...headers, 'Accept-Language': language });
    expect([answer.status, answer.headers.get('content-language')]).toEqual([status, language]);
    const problem = await answer.json();
    expect(problem).toMatchObject({ ...rejection, status, detail: expect.stringMatching(/\p{L}{2,}/u) });
    details.add(problem.detail);
  }
  expect(details.size).toBe(2);
  expect(await office.eventCount()).toBe(events);

  expect(await rename('Tên sau.')).toEqual(shown.map((index) => index + 1));
});
