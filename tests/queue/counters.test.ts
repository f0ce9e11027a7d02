import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../server/queue/commands.ts';
import { REGULAR } from '../../shared/office/office.ts';
import { anna, binh, called, closed, Hall, issued, kiosk, lan, opened, paused, serving, ticket } from './given.ts';
import { ordinaryOffice, time } from './office.ts';

const open = (counter: number): CommandBody => ({ type: 'OpenCounter', counterId: `c${counter}` });
const pause: CommandBody = { type: 'PauseCounter', counterId: 'c1', reason: 'Họp', minutes: 15 };
const resume: CommandBody = { type: 'ResumeCounter', counterId: 'c1' };

describe('opening a counter', () => {
  it('assigns the clerk to it, also before the opening hours', () => {
    new Hall()
      .when('07:00', open(1), anna)
      .gives({ type: 'CounterOpened', counterId: 'c1', clerkId: 'anna', clerkName: 'Anna' });
  });

  it('changes nothing when the same clerk has opened it already', () => {
    new Hall().given('08:00', opened(1, anna)).when('08:01', open(1), anna).gives();
  });

  it('is refused to clerks and supervisors while another clerk works there', () => {
    const hall = new Hall().given('08:00', opened(1, anna));
    hall.when('08:01', open(1), binh).isRefused({ code: 'CounterTaken', clerkName: 'Anna' });
    hall.when('08:01', open(1), lan).isRefused({ code: 'CounterTaken', clerkName: 'Anna' });
  });

  it('is refused to a clerk who works at another counter', () => {
    new Hall()
      .given('08:00', opened(2, anna))
      .when('08:01', open(1), anna)
      .isRefused({ code: 'ClerkElsewhere', counterNumber: 2 });
  });

  it('is refused for an unknown counter, to a device, and after the day was closed', () => {
    new Hall().when('08:00', open(9), anna).isRefused({ code: 'UnknownCounter' });
    new Hall().when('08:00', open(1), kiosk).isRefused({ code: 'SignInRequired' });
    new Hall().given('17:30', { type: 'DayClosed' }).when('17:31', open(1), anna).isRefused({ code: 'DayClosed' });
  });

  it('is accepted after the previous clerk has closed it', () => {
    new Hall().given('08:00', opened(1, anna), closed(1)).when('08:01', open(1), binh).gives(opened(1, binh));
  });
});

describe('pausing a counter', () => {
  it('records the reason and the time when the clerk will be back', () => {
    const hall = new Hall().given('08:00', opened(1, anna));
    hall.when('08:01', pause).gives({ type: 'CounterPaused', counterId: 'c1', reason: 'Họp', until: time('08:16') });
    hall.execute('08:01', pause);
    expect(hall.state.counters.get('c1')?.paused).toEqual({
      reason: 'Họp',
      since: time('08:01'),
      until: time('08:16'),
    });
  });

  it('ends when the clerk resumes', () => {
    const hall = new Hall().given('08:00', opened(1, anna), paused(1));
    hall.when('08:10', resume).gives({ type: 'CounterResumed', counterId: 'c1' });
    hall.execute('08:10', resume);
    expect(hall.state.counters.get('c1')?.paused).toBeNull();
  });

  it('is refused while the counter is paused, and resuming is refused while it is not', () => {
    new Hall().given('08:00', opened(1, anna), paused(1)).when('08:01', pause).isRefused({ code: 'CounterPaused' });
    new Hall().given('08:00', opened(1, anna)).when('08:01', resume).isRefused({ code: 'CounterNotPaused' });
  });

  it('does not prevent closing the counter', () => {
    new Hall()
      .given('08:00', opened(1, anna), paused(1))
      .when('08:01', { type: 'CloseCounter', counterId: 'c1' })
      .gives(closed(1));
  });

  it('can be ended by the clerk or a supervisor only', () => {
    const hall = new Hall().given('08:00', opened(1, anna), paused(1));
    hall.when('08:01', resume, binh).isRefused({ code: 'NotYourCounter' });
    hall.when('08:01', resume, lan).gives({ type: 'CounterResumed' });
    hall.given('08:02', closed(1)).when('08:03', resume).isRefused({ code: 'CounterClosed' });
    hall.when('08:03', { ...resume, counterId: 'c9' } as CommandBody).isRefused({ code: 'UnknownCounter' });
  });
});

describe('a counter that is removed from set-up', () => {
  const without1: CommandBody = {
    type: 'ChangeOffice',
    office: { ...ordinaryOffice, counters: ordinaryOffice.counters.filter(({ id }) => id !== 'c1') },
  };

  it('is closed, and its clerk may open another one', () => {
    const hall = new Hall().given('08:00', opened(1, anna));
    hall.execute('08:10', without1, lan);
    expect(hall.state.counters.size).toBe(0);
    hall.when('08:11', open(2), anna).gives(opened(2, anna));
  });

  it('returns a called ticket to its place in the line and finishes a visit that is being served', () => {
    const onTheWay = new Hall().given('08:00', opened(1, anna), issued('A001'), issued('A002'), called('A001', 1));
    onTheWay.execute('08:10', without1, lan);
    onTheWay.given('08:11', opened(3, anna));
    expect(onTheWay.next('08:12', 3)).toBe('A001');

    const served = new Hall().given('08:00', opened(1, anna), issued('A001'), ...serving('A001', 1));
    served.execute('08:10', without1, lan);
    expect(served.state.tickets.get(ticket('A001'))?.status).toBe('done');
  });

  it('lets a visitor with dossiers left wait again with them, as after a turn', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001', REGULAR, 6), ...serving('A001', 1));
    hall.execute('08:10', without1, { kind: 'system', id: 'setup' });
    expect(hall.state.tickets.get(ticket('A001'))).toMatchObject({
      status: 'waiting',
      dossiers: 3,
      arrivedAt: time('08:00'),
    });
    expect(hall.state.queues.get('civil')?.pace ?? null).toBeNull();
  });
});
