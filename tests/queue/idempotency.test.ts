import { describe, expect, it } from 'vitest';
import type { Actor, Command, CommandBody } from '../../server/queue/commands.ts';
import { REGULAR } from '../../shared/office/office.ts';
import {
  anna,
  binh,
  called,
  clock,
  emptyDay,
  finished,
  Hall,
  issued,
  kiosk,
  opened,
  pad,
  serving,
  ticket,
} from './given.ts';
import { time } from './office.ts';

const commandOf = (body: CommandBody, requestId: string, actor: Actor = anna): Command => ({
  ...body,
  requestId,
  actor,
  at: time('09:00'),
});

/** The answer to a command by a day that is replayed from the hall's events. */
function answerAfterReplay({ events }: Hall, command: Command) {
  const day = emptyDay();
  day.replay(events);
  return day.execute(command);
}

const SLOT = { serviceId: 'civil', startsAt: time('09:00') };
const REUSED = { ok: false, rejection: { code: 'RequestIdReused' } };

const take = (change: Partial<CommandBody & { type: 'IssueTicket' }>): CommandBody => ({
  type: 'IssueTicket',
  ticketId: 'first-try',
  serviceId: 'civil',
  classId: REGULAR,
  dossiers: 1,
  ...change,
});
const vote = (visit: (CommandBody & { type: 'RateVisit' })['visit'], level = 5): CommandBody => ({
  type: 'RateVisit',
  voteId: 'vote-1',
  visit,
  level,
  reason: null,
});
/** The command that the API makes of the same request sent a second time. */
const repeated = (body: CommandBody): CommandBody =>
  body.type === 'IssueTicket' ? { ...body, ticketId: 'second-try' } : body;

describe('a request id', () => {
  it('that is new leads to a new event', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'));
    expect(answerAfterReplay(hall, commandOf({ type: 'CallNext', counterId: 'c1' }, 'press-1'))).toMatchObject({
      ok: true,
      value: [{ type: 'TicketCalled', seq: hall.events.length + 1 }],
    });
  });

  it('that was used to check in one appointment is refused for another one, and for a ticket without one', () => {
    const hall = new Hall();
    for (const code of ['111111', '222222'])
      hall.execute('08:00', { type: 'BookAppointment', appointmentId: code, code, ...SLOT }, anna);
    const checkIn = (code: string): CommandBody => ({ type: 'CheckIn', code, ticketId: 'first-try', classId: REGULAR });
    hall.execute('08:10', checkIn('111111'), kiosk);
    const requestId = hall.events.at(-1)?.requestId ?? '';
    const again = (body: CommandBody) => answerAfterReplay(hall, commandOf(body, requestId, kiosk));
    expect(again(checkIn('111111'))).toMatchObject({ ok: true, value: [{ number: 'A001' }] });
    expect(again(checkIn('222222'))).toEqual(REUSED);
    expect(again(take({}))).toEqual(REUSED);
  });

  it.each<[string, CommandBody & { minutes: number | null }, number | null, Actor]>([
    ['pause a counter', { type: 'PauseCounter', counterId: 'c1', reason: 'Họp', minutes: 10 }, null, anna],
    ['postpone', { type: 'PostponeTicket', ticketId: ticket('A001'), minutes: 10 }, 20, kiosk],
  ])('that was used to %s is refused with other minutes', (_, body, minutes, actor) => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'));
    hall.execute('08:10', body, actor);
    const requestId = hall.events.at(-1)?.requestId ?? '';
    expect(answerAfterReplay(hall, commandOf(body, requestId, actor))).toMatchObject({ ok: true });
    const other = { ...body, minutes } as CommandBody;
    expect(answerAfterReplay(hall, commandOf(other, requestId, actor))).toEqual(REUSED);
  });

  it('that was used for one visitor at a counter is refused for the next one', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'), called('A001', 1), issued('A002'));
    hall.execute('08:01', { type: 'MissTicket', counterId: 'c1', ticketId: ticket('A001') });
    const requestId = hall.events.at(-1)?.requestId ?? '';
    hall.given('08:02', called('A002', 1));
    const miss = (number: string) =>
      answerAfterReplay(hall, commandOf({ type: 'MissTicket', counterId: 'c1', ticketId: ticket(number) }, requestId));
    expect(miss('A001')).toMatchObject({ ok: true });
    expect(miss('A002')).toEqual(REUSED);
  });

  it('that is repeated is answered with all its first events, also after a replay', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'), ...serving('A001', 1));
    const facts = hall.execute('17:30', { type: 'CloseDay' }, clock);
    expect(facts.length).toBeGreaterThan(1);
    const requestId = hall.events.at(-1)?.requestId ?? '';
    expect(answerAfterReplay(hall, commandOf({ type: 'CloseDay' }, requestId, clock))).toEqual({
      ok: true,
      value: hall.events.slice(-facts.length),
    });
  });

  it('that was used for another command or by another actor is refused', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'));
    hall.execute('08:01', { type: 'CallNext', counterId: 'c1' });
    const requestId = hall.events.at(-1)?.requestId ?? '';
    expect(answerAfterReplay(hall, commandOf({ type: 'StartServing', counterId: 'c1' }, requestId))).toEqual(REUSED);
    expect(answerAfterReplay(hall, commandOf({ type: 'CallNext', counterId: 'c1' }, requestId, binh))).toEqual(REUSED);
    expect(answerAfterReplay(hall, commandOf({ type: 'CallNext', counterId: 'c1' }, requestId))).toMatchObject({
      ok: true,
    });
  });

  it.each<[string, CommandBody, CommandBody, Actor]>([
    ['service', take({}), take({ serviceId: 'land' }), kiosk],
    ['ticket class', take({}), take({ classId: 'elderly' }), kiosk],
    ['number of dossiers', take({}), take({ dossiers: 4 }), kiosk],
    ['counter', { type: 'OpenCounter', counterId: 'c2' }, { type: 'OpenCounter', counterId: 'c3' }, binh],
    ['level', vote(null, 5), vote(null, 1), pad],
    ['visit', vote({ number: 'A001' }), vote({ number: 'A002' }), pad],
    ['visit, now without one', vote({ ticketId: ticket('A001') }), vote(null), pad],
  ])('that is repeated with another %s is refused', (_, body, other, actor) => {
    const hall = new Hall()
      .given('08:00', opened(1, anna), issued('A001'), issued('A002'))
      .given('08:10', ...serving('A001', 1), finished('A001', 1));
    hall.execute('08:30', body, actor);
    const requestId = hall.events.at(-1)?.requestId ?? '';
    expect(answerAfterReplay(hall, commandOf(other, requestId, actor))).toEqual(REUSED);
    expect(answerAfterReplay(hall, commandOf(repeated(body), requestId, actor))).toMatchObject({ ok: true });
  });

  it('of a vote may be repeated with the ticket id in place of the ticket number', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'), ...serving('A001', 1), finished('A001', 1));
    hall.execute('08:30', vote({ number: 'A001' }), pad);
    const requestId = hall.events.at(-1)?.requestId ?? '';
    expect(answerAfterReplay(hall, commandOf(vote({ ticketId: ticket('A001') }), requestId, pad))).toMatchObject({
      ok: true,
    });
  });
});
