import { describe, expect, it } from 'vitest';
import type { Actor, CommandBody } from '../../server/queue/commands.ts';
import { burstsShown } from '../../server/queue/views/desk.ts';
import { REGULAR } from '../../shared/office/office.ts';
import { anna, Hall, kiosk, lan } from './given.ts';
import { ordinaryOffice, time } from './office.ts';

const rules = { ...ordinaryOffice.rules, burst: { tickets: 3, seconds: 60, pauseSeconds: 20 } };
const other: Actor = { kind: 'device', id: 'kiosk-2' };
let tickets = 0;
const issue = (): CommandBody => {
  tickets += 1;
  return { type: 'IssueTicket', ticketId: `t-${tickets}`, serviceId: 'civil', classId: REGULAR, dossiers: 1 };
};
/** A kiosk that has issued three tickets within a minute, which the rule allows. */
const busy = () => {
  const hall = new Hall({ rules });
  for (const second of ['00', '05', '10']) hall.execute(`08:00:${second}`, issue(), kiosk);
  return hall;
};
const noticed = { type: 'BurstNoticed', tickets: 4, seconds: 60, pausedUntil: time('08:00:35') } as const;

describe('a kiosk that issues more tickets than the burst rule allows', () => {
  it('issues the ticket that is one too many together with an alarm', () => {
    busy().when('08:00:15', issue(), kiosk).gives({ type: 'TicketIssued', number: 'A004' }, noticed);
  });

  it('pauses while other kiosks go on, and afterwards counts from zero', () => {
    const hall = busy();
    hall.execute('08:00:15', issue(), kiosk);
    hall.when('08:00:16', issue(), kiosk).isRefused({ code: 'KioskPaused', retryInSeconds: 19 });
    hall.when('08:00:34.001', issue(), kiosk).isRefused({ code: 'KioskPaused', retryInSeconds: 1 });
    hall.when('08:00:16', issue(), other).gives({ type: 'TicketIssued' });
    for (const second of [35, 36, 37]) hall.execute(`08:00:${second}`, issue(), kiosk);
    hall.when('08:00:38', issue(), kiosk).gives({ type: 'TicketIssued' }, { type: 'BurstNoticed', tickets: 4 });
  });

  it('is not detected from tickets that are a minute apart, of two kiosks, or issued by staff', () => {
    busy().when('08:01', issue(), kiosk).gives({ type: 'TicketIssued' });
    busy().when('08:00:15', issue(), other).gives({ type: 'TicketIssued' });
    const desk = new Hall({ rules });
    for (let count = 0; count < 10; count += 1) expect(desk.execute('08:00', issue(), anna)).toHaveLength(1);
  });

  it('never pauses in an office without a burst rule', () => {
    const calm = new Hall();
    for (let count = 0; count < 100; count += 1) expect(calm.execute('08:00', issue(), kiosk)).toHaveLength(1);
  });
});

describe('the burst alarm', () => {
  const alarmed = () => {
    const hall = busy();
    hall.execute('08:00:15', issue(), kiosk);
    return hall;
  };
  const idOf = (hall: Hall) => Number(hall.state.bursts[0]?.id);

  it('is shown on every desk for ten minutes', () => {
    const shown = (at: string) => burstsShown(alarmed().state, time(at));
    expect(shown('08:10:14')).toMatchObject([{ by: 'device:kiosk', at: time('08:00:15'), tickets: 4, seconds: 60 }]);
    expect(shown('08:10:15')).toEqual([]);
  });

  it('is removed when a clerk dismisses it, and the kiosk issues tickets again', () => {
    const hall = alarmed();
    const dismiss: CommandBody = { type: 'DismissBurst', burstId: idOf(hall) };
    hall.when('08:00:20', dismiss, lan).gives({ type: 'BurstDismissed', burstId: idOf(hall) });
    hall.execute('08:00:20', dismiss);
    expect(burstsShown(hall.state, time('08:00:21'))).toEqual([]);
    hall.when('08:00:21', issue(), kiosk).gives({ type: 'TicketIssued' });
    hall.when('08:00:22', dismiss).isRefused({ code: 'UnknownBurst' });
  });
});
