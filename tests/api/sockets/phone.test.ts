import { describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '../../../shared/protocol/protocol.ts';
import { communeOffice } from '../../office.ts';
import { LAN, openOffice, press, type RunningOffice } from '../../server/office.ts';
import { issueByRest } from '../../server/rest.ts';
import { FROM_LAN, granted, requestId, type ScreenOptions } from '../../server/screen.ts';
import { withoutHeartbeat } from './without-heartbeat.ts';

withoutHeartbeat();

const holding = (ticket: unknown): ScreenOptions => ({ ...FROM_LAN, auth: { protocol: PROTOCOL_VERSION, ticket } });

async function visitor(office: RunningOffice, serviceId = 'civil-status') {
  const ticket = await issueByRest(office, requestId(), serviceId);
  return { ticket, phone: await office.connect('phone', holding(ticket.id)) };
}

describe('a telephone', () => {
  it('shows its ticket up to the rating, on the LAN and without an account', async () => {
    const office = await openOffice();
    const first = await visitor(office);
    const { phone } = await visitor(office);
    const desk = await office.clerkAt('counter-1', LAN);
    expect(phone.messages.slice(0, 3)).toEqual(['hello', 'steady', 'view']);
    expect(phone.shown).toMatchObject({
      status: 'waiting',
      number: 'A002',
      ahead: 1,
      serviceName: { vi: 'Hộ tịch – Chứng thực' },
      office: { name: communeOffice.name },
    });
    await press(desk, 'call-next', 'start', 'finish');
    await first.phone.view((view) => view.status === 'done');
    await press(desk, 'call-next');
    await phone.view((view) => view.status === 'called' && view.counterNumber === 1 && view.recalls === 0);
    await press(desk, 'recall');
    await phone.view((view) => view.status === 'called' && view.recalls === 1);
    await press(desk, 'start');
    await phone.view((view) => view.status === 'serving' && view.counterNumber === 1);
    await press(desk, 'finish');
    const done = await phone.view((view) => view.status === 'done' && !view.rated && view.levels === 5);
    expect(done.view).toMatchObject({
      finishedBy: 1,
      endedAt: expect.any(Number),
    });
    granted(await phone.ask('visit:rate', { requestId: requestId(), level: 4, reason: 'waiting' }));
    await phone.view((view) => view.status === 'done' && view.rated);
    // The pause between two ratings applies to each telephone separately.
    granted(await first.phone.ask('visit:rate', { requestId: requestId(), level: 5 }));
    const again = await phone.ask('visit:rate', { requestId: requestId(), level: 1 });
    expect(again).toEqual({ ok: false, rejection: { code: 'AlreadyRated', number: 'A002' } });
  });

  it('changes its vote and takes it back', async () => {
    const office = await openOffice();
    const { phone } = await visitor(office);
    const desk = await office.clerkAt('counter-1', LAN);
    await press(desk, 'call-next', 'start', 'finish');
    const vote = { voteId: 'vote-of-a-phone' };
    granted(await phone.ask('visit:rate', { requestId: requestId(), ...vote, level: 1 }));
    granted(await phone.ask('visit:rate', { requestId: requestId(), ...vote, level: 2, reason: 'other' }));
    await phone.view((view) => view.status === 'done' && view.rated && view.order === 'worst-first');
    granted(await phone.ask('visit:take-back', { requestId: requestId(), ...vote }));
    await phone.view((view) => view.status === 'done' && !view.rated);
  });

  it('shows until when an away or missed visitor may come back', async () => {
    const office = await openOffice();
    const away = await visitor(office);
    const missed = await visitor(office);
    const desk = await office.clerkAt('counter-1', LAN);
    await press(desk, 'call-next', 'start', 'away', 'call-next', 'miss');
    const slip = await away.phone.view((view) => view.status === 'away');
    expect(slip.view).toMatchObject({ counterNumber: 1, until: expect.any(Number) });
    await missed.phone.view((view) => view.status === 'missed' && view.until > slip.at);
  });

  it('shows how many were ahead at first, and whether the ticket was passed on to another service', async () => {
    const office = await openOffice();
    await visitor(office);
    const { phone } = await visitor(office);
    const desk = await office.clerkAt('counter-1', LAN);
    await press(desk, 'call-next', 'start', 'finish', 'call-next', 'start');
    await phone.view((view) => view.status === 'serving' && view.aheadAtIssue === 1 && !view.transferred);
    granted(await desk.ask('counter:transfer', { requestId: requestId(), counterId: 'counter-1', serviceId: 'land' }));
    await phone.view((view) => view.status === 'waiting' && view.transferred);
  });

  it('withdraws its ticket once', async () => {
    const office = await openOffice();
    const { phone, ticket } = await visitor(office);
    const request = { requestId: requestId() };
    expect(await phone.ask('ticket:withdraw', request)).toEqual({ ok: true, value: null });
    expect(await phone.ask('ticket:withdraw', request)).toEqual({ ok: true, value: null });
    await phone.view((view) => view.status === 'withdrawn');
    expect(await phone.ask('ticket:withdraw', { requestId: requestId() })).toMatchObject({
      rejection: { code: 'WrongState', ticketStatus: 'withdrawn' },
    });
    const status = await office.server.engine.read(({ queue: { tickets } }) => tickets.get(ticket.id)?.status);
    expect(status).toBe('withdrawn');
  });

  it('postpones its ticket once, by a number of minutes that the office offers', async () => {
    const office = await openOffice();
    const { phone } = await visitor(office);
    const first = await phone.view();
    expect(first.view).toMatchObject({ notBefore: null, postponements: [10, 20, 30] });
    granted(await phone.ask('ticket:postpone', { requestId: requestId(), minutes: 20 }));
    const { view } = await phone.view((later) => later.status === 'waiting' && later.notBefore !== null);
    expect(view).toMatchObject({ ahead: null, estimate: null, postponements: [] });
    expect(await phone.ask('ticket:postpone', { requestId: requestId(), minutes: 10 })).toMatchObject({
      rejection: { code: 'AlreadyPostponed' },
    });
    const odd = await phone.send('ticket:postpone', { requestId: requestId(), minutes: 15 });
    expect(odd).toMatchObject({ rejection: { code: 'InvalidRequest' } });
  });

  it('gets no data of other visitors or of staff', async () => {
    const office = await openOffice();
    const others = await Promise.all([visitor(office), visitor(office), visitor(office, 'land')]);
    const { phone, ticket } = await visitor(office);
    await office.clerkAt('counter-1', LAN);
    const text = JSON.stringify(phone.views);
    expect(text).toContain(ticket.number);
    for (const other of others) {
      expect(text).not.toContain(other.ticket.number);
      expect(text).not.toContain(other.ticket.id);
    }
    expect(text).not.toMatch(/Nguyễn|Hùng|admin|clerk/);
  });

  it('gets a new view when a visitor ahead withdraws, like every telephone with the same ticket', async () => {
    const office = await openOffice();
    const ahead = await visitor(office);
    const { phone, ticket } = await visitor(office);
    const second = await office.connect('phone', holding(ticket.id));
    granted(await ahead.phone.ask('ticket:withdraw', { requestId: requestId() }));
    for (const each of [phone, second]) await each.view((view) => view.status === 'waiting' && view.ahead === 0);
  });
});

describe('a telephone without a ticket of today', () => {
  it.each([
    ['an unknown id', 'nobody'],
    ['no id', undefined],
    ['a ticket number', 'A001'],
    ['the property name __proto__', '__proto__'],
    ['the property name constructor', 'constructor'],
    ['a number', 7],
    ['a list', ['A001']],
    ['an object', { $ne: '' }],
    ['a very long id', 'x'.repeat(5_000)],
  ])('is refused: %s', async (_, ticket) => {
    const office = await openOffice();
    await visitor(office);
    const phone = office.screen('phone', holding(ticket));
    expect(await phone.refusal()).toEqual({ code: 'UnknownTicket' });
    expect(phone.messages).toEqual([]);
  });

  it('is refused even with a staff session', async () => {
    const office = await openOffice();
    const headers = { ...FROM_LAN.headers, ...(await office.cookie(LAN)) };
    expect(await office.screen('phone', { headers }).refusal()).toEqual({ code: 'UnknownTicket' });
  });
});
