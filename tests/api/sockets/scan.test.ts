import { describe, expect, it } from 'vitest';
import { LAN, openOffice, press } from '../../server/office.ts';
import { granted, requestId, type Screen } from '../../server/screen.ts';
import { withoutHeartbeat } from './without-heartbeat.ts';

withoutHeartbeat();

const UNKNOWN = '8a7c1d52-44ef-4a01-9b2e-3f60d1c0aa11';

async function hall() {
  const office = await openOffice();
  const kiosk = await office.connect('kiosk');
  const desk = await office.clerkAt('counter-1', LAN);
  const take = async () =>
    granted(await kiosk.ask('ticket:issue', { requestId: requestId(), serviceId: 'civil-status' })).id;
  return { office, kiosk, desk, take };
}

const back = (kiosk: Screen<'kiosk'>, ticketId: string, id = requestId()) =>
  kiosk.ask('ticket:return', { requestId: id, ticketId });

describe('a ticket that is scanned at the kiosk', () => {
  it('is found while it is waiting, called and done', async () => {
    const { kiosk, desk, take } = await hall();
    await take();
    const ticketId = await take();
    const find = async () => granted(await kiosk.ask('ticket:find', { ticketId }));
    expect(await find()).toMatchObject({ number: 'A002', status: 'waiting', ahead: 1 });
    await press(desk, 'call-next', 'start', 'finish', 'call-next');
    expect(await find()).toMatchObject({ status: 'called', counterNumber: 1 });
    await press(desk, 'start', 'finish');
    expect(await find()).toMatchObject({ status: 'done', rated: false });
  });

  it('returns a missed visitor to the queue once, even when the scan is repeated', async () => {
    const { office, kiosk, desk, take } = await hall();
    const ticketId = await take();
    await press(desk, 'call-next', 'miss');
    const id = requestId();
    expect(granted(await back(kiosk, ticketId, id))).toMatchObject({ status: 'waiting', ahead: 0 });
    const events = await office.eventCount();
    expect(granted(await back(kiosk, ticketId, id))).toMatchObject({ status: 'waiting' });
    expect(granted(await back(kiosk, ticketId))).toMatchObject({ status: 'waiting' });
    expect(await office.eventCount()).toBe(events);
  });

  it('puts an away visitor who comes back before all others of the same clerk', async () => {
    const { kiosk, desk, take } = await hall();
    const ticketId = await take();
    await take();
    await press(desk, 'call-next', 'start', 'away');
    expect(granted(await back(kiosk, ticketId))).toMatchObject({ status: 'waiting', ahead: 0 });
    await press(desk, 'call-next');
    const { view } = await desk.view(({ counters }) => counters[0]?.current?.id === ticketId);
    expect(view.counters[0]?.current?.number).toBe('A001');
  });

  it('is refused without an event when it is not a ticket of today', async () => {
    const { office, kiosk } = await hall();
    const pad = await office.connect('rating');
    const events = await office.eventCount();
    const refused = { ok: false, rejection: { code: 'UnknownTicket' } };
    expect(await kiosk.ask('ticket:find', { ticketId: UNKNOWN })).toEqual(refused);
    expect(await pad.ask('ticket:find', { ticketId: UNKNOWN })).toEqual(refused);
    expect(await back(kiosk, UNKNOWN)).toEqual(refused);
    expect(await office.eventCount()).toBe(events);
  });
});
