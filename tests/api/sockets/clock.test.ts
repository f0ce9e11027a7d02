import { describe, expect, it, vi } from 'vitest';
import { officeClock } from '../../../server/engine/clock.ts';
import { MINUTE } from '../../../shared/time.ts';
import { ADMIN, LAN, openOffice } from '../../server/office.ts';
import { issueByRest } from '../../server/rest.ts';
import { FROM_LAN, granted, requestId } from '../../server/screen.ts';
import { withoutHeartbeat } from './without-heartbeat.ts';

withoutHeartbeat();

const NINE = Date.parse('2026-11-23T09:00:00+07:00');
const DAY = 24 * 60 * MINUTE;

/** An office at nine with one ticket; `leap` sets its machine's clock a day ahead. */
async function opened() {
  const machine = { wall: NINE, elapsed: 0 };
  const clock = officeClock(
    () => machine.wall,
    () => machine.elapsed,
  );
  const office = await openOffice({ clock });
  await issueByRest(office, requestId(), 'civil-status');
  const leap = () => {
    machine.wall += DAY;
    vi.advanceTimersByTime(5_000);
  };
  return { office, machine, leap };
}

describe('the question which time is right', () => {
  it('is shown to every desk with what would end, and answered once, by a supervisor only', async () => {
    const { office, leap } = await opened();
    const clerk = await office.desk(LAN);
    const supervisor = await office.desk(ADMIN);
    leap();
    const { view } = await clerk.view(({ clockQuestion }) => clockQuestion !== null);
    const question = view.clockQuestion;
    expect(question).toMatchObject({ officeTime: NINE, machineTime: NINE + DAY, ends: { day: true, tickets: 1 } });
    const answer = () => ({ requestId: requestId(), questionId: question?.id ?? 0, trust: 'office' as const });
    expect(await clerk.ask('clock:answer', answer())).toEqual({ ok: false, rejection: { code: 'SupervisorOnly' } });
    granted(await supervisor.ask('clock:answer', answer()));
    expect(await supervisor.ask('clock:answer', answer())).toMatchObject({ rejection: { code: 'NoClockQuestion' } });
    await clerk.view(({ clockQuestion, health }) => clockQuestion === null && health.clock === 'wrong');
  });

  it('is asked and answered through REST too', async () => {
    const { office, leap } = await opened();
    const supervisor = await office.desk(ADMIN);
    const headers = await office.cookie(ADMIN);
    leap();
    await supervisor.view(({ clockQuestion }) => clockQuestion !== null);
    const read = async () => (await office.rest('GET', '/clock', undefined, headers)).json();
    const asked = await read();
    expect(asked).toMatchObject({ officeTime: NINE, state: 'ahead', question: { ends: { tickets: 1 } } });
    const body = { requestId: requestId(), questionId: asked.question.id, trust: 'machine' };
    expect((await office.rest('POST', '/clock', body, await office.cookie(LAN))).status).toBe(403);
    expect((await office.rest('POST', '/clock', body, headers)).status).toBe(204);
    expect(await read()).toEqual({ officeTime: NINE + DAY, state: 'ok', question: null });
    expect((await issueByRest(office, requestId(), 'civil-status')).number).toBe('A001');
    // The sign-ins of the day before have moved with the clock.
    expect(supervisor.disconnects).toEqual([]);
  });
});

describe('the clock in the handshake of a desk', () => {
  it.each([
    ['on the LAN that agrees with the new time leads to it', FROM_LAN.headers ?? {}, NINE + DAY, null],
    ['on the LAN that shows the old time does not', FROM_LAN.headers ?? {}, NINE, 1],
    ['on the server’s own machine proves nothing', {}, NINE + DAY, 1],
    ['of a desk that sends none proves nothing', FROM_LAN.headers ?? {}, undefined, 1],
  ])('%s', async (_, headers, clock, tickets) => {
    const { office, leap } = await opened();
    const auth = { protocol: 1, ...(clock !== undefined && { clock }) };
    const desk = await office.connect('desk', { auth, headers: { ...headers, ...(await office.cookie(LAN)) } });
    leap();
    const { view } = await desk.view(({ clockQuestion, waitingTotal }) => clockQuestion !== null || waitingTotal === 0);
    expect(view.clockQuestion?.ends.tickets ?? null).toBe(tickets);
  });
});
