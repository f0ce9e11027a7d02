/** A scanner types the id of a ticket in capitals while Caps Lock is on: it is the same ticket at every door. */
import { expect, it } from 'vitest';
import { pageAt } from '../../shared/protocol/pages.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/protocol.ts';
import { LAN, openOffice, press } from '../server/office.ts';
import { cookieOf, issueByRest, rest } from '../server/rest.ts';
import { FROM_LAN, granted, requestId } from '../server/screen.ts';

it('an id in capitals names the ticket at the kiosk, the rating pad, the telephone, the desk and in REST', async () => {
  const office = await openOffice();
  const { id, number } = await issueByRest(office, requestId(), 'civil-status');
  const ticketId = id.toUpperCase();
  expect(ticketId).not.toBe(id);

  for (const audience of ['kiosk', 'rating'] as const) {
    const screen = await office.connect(audience);
    expect(granted(await screen.ask('ticket:find', { ticketId })), audience).toMatchObject({ number });
  }
  const phone = await office.connect('phone', { ...FROM_LAN, auth: { protocol: PROTOCOL_VERSION, ticket: ticketId } });
  expect(phone.shown).toMatchObject({ number, status: 'waiting' });
  expect(await (await rest(office, 'GET', `/tickets/${ticketId}`)).json()).toMatchObject({ number, status: 'waiting' });
  expect(pageAt(`/T/${ticketId}`)).toBe('display/phone');

  const desk = await office.clerkAt('counter-1', LAN);
  await press(desk, 'call-next', 'miss');
  const kiosk = await office.connect('kiosk');
  expect(granted(await kiosk.ask('ticket:return', { requestId: requestId(), ticketId }))).toMatchObject({ number });
  await phone.view(({ status }) => status === 'waiting');
  const call = { requestId: requestId(), ticketId, reason: 'đã quay lại' };
  const cookie = await cookieOf(office, LAN);
  expect((await rest(office, 'POST', '/counters/counter-1/call', call, cookie)).status).toBe(200);
  await phone.view(({ status }) => status === 'called');
  await press(desk, 'start', 'finish');
  expect((await rest(office, 'POST', '/ratings', { requestId: requestId(), ticketId, level: 5 })).status).toBeLessThan(
    300,
  );
  await phone.view((view) => view.status === 'done' && view.rated);
});
