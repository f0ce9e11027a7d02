/** How often screens get a view, with a clock that stands still; without the heartbeat, which sends signs of life. */
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { LAN, openOffice, press, type RunningOffice } from '../../server/office.ts';
import { issueByRest } from '../../server/rest.ts';
import { requestId } from '../../server/screen.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
});

async function tickets(office: RunningOffice, count: number): Promise<void> {
  for (let ticket = 0; ticket < count; ticket += 1) await issueByRest(office, requestId(), 'civil-status');
}

it('gives a TV at most two views a second, and a call at once', async () => {
  const office = await openOffice();
  const desk = await office.clerkAt('counter-1', LAN);
  vi.advanceTimersByTime(500);
  const tv = await office.connect('display');
  await tickets(office, 1);
  await tv.view(({ services }) => services[0]?.waiting === 1);
  await tickets(office, 5);
  await press(desk, 'call-next');
  await tv.view(({ calls }) => calls.length === 1);
  expect(tv.views.map(({ view }) => view.services[0]?.waiting)).toEqual([0, 1, 5]);
  await press(desk, 'start');
  await tickets(office, 2);
  vi.advanceTimersByTime(500);
  await tv.view(({ services }) => services[0]?.waiting === 7);
  expect(tv.views).toHaveLength(4);
});

it('gives a desk at once what its own clerk has done, and other changes at most twice a second', async () => {
  const office = await openOffice();
  const desk = await office.clerkAt('counter-1', LAN);
  await tickets(office, 3);
  const before = desk.views.length;
  await press(desk, 'call-next');
  const { view } = await desk.view(({ counters }) => counters[0]?.current?.status === 'called', before);
  expect(view.waitingTotal).toBe(2);
  expect(desk.views).toHaveLength(before + 1);
});

it('sends the steady part of a view again only when it has changed', async () => {
  const office = await openOffice();
  const tv = await office.connect('display');
  await tickets(office, 1);
  await tv.view(({ services }) => services[0]?.waiting === 1);
  const count = () => tv.messages.filter((name) => name === 'steady').length;
  expect(count()).toBe(1);
  vi.advanceTimersByTime(500);
  await office.change({ hotline: '1900' });
  await tv.view(({ office: { hotline } }) => hotline === '1900');
  expect(count()).toBe(2);
});

it('sends a view that has not changed as a short sign of life', async () => {
  const office = await openOffice();
  const tv = await office.connect('display');
  vi.advanceTimersByTime(5_000);
  await tv.until(() => tv.messages.includes('alive'));
  expect(tv.views).toHaveLength(1);
});

it('gives a screen the steady part before any view, also while tickets are issued', async () => {
  const office = await openOffice();
  const issuing = Array.from({ length: 60 }, () => tickets(office, 1));
  const screens = await Promise.all(Array.from({ length: 40 }, () => office.connect('kiosk')));
  await Promise.all(issuing);
  for (const { messages } of screens) expect(messages.slice(0, 3)).toEqual(['hello', 'steady', 'view']);
});
