import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTicketFlow } from '../../kiosk/ticket/flow.ts';
import type { TicketRequest } from '../../kiosk/ticket/page.ts';
import { FIRST_LOOK } from '../../shared/office/office.ts';
import { accept, type Result, refuse } from '../../shared/protocol/rejections.ts';
import type { FoundAppointment } from '../../shared/protocol/views/appointments.ts';
import type { PrinterHealth } from '../../shared/protocol/views/common.ts';
import type { KioskService, KioskView, PrintState } from '../../shared/protocol/views/kiosk.ts';
import type { HeldTicket } from '../../shared/protocol/views/phone.ts';
import type { IssuedTicket } from '../../shared/protocol/views/ticket.ts';
import type { EpochMs } from '../../shared/time.ts';

const service: KioskService = {
  id: 'civil',
  letter: 'A',
  name: { vi: 'Hộ tịch – Chứng thực', en: 'Civil status' },
  waiting: 3,
  estimate: { fromMinutes: 10, toMinutes: 25 },
  examples: null,
  pictogram: null,
  informationDesk: false,
  counters: [1],
  availability: 'available',
  openCounters: 1,
  thisSession: 'likely',
  outlooks: {},
};
const ticket: IssuedTicket = {
  id: 'ticket-1',
  number: 'A012',
  serviceId: 'civil',
  dossiers: 1,
  ahead: 3,
  estimate: null,
  issuedAt: 0,
  appointmentAt: null,
  notBefore: null,
};

function viewOf(changes: Partial<KioskView> = {}): KioskView {
  return {
    office: {
      name: { vi: '', en: '' },
      motto: { vi: '', en: '' },
      hotline: '',
      timeZone: 'Asia/Ho_Chi_Minh',
      look: FIRST_LOOK,
    },
    health: { storage: 'ok', clock: 'ok', printer: 'ok' },
    opening: { state: 'open', until: null },
    hours: { week: {}, special: null },
    nextSession: null,
    services: [service],
    classes: [
      { id: 'regular', name: { vi: 'Thông thường', en: 'Regular' }, condition: null, pictogram: null, weight: 1 },
      { id: 'elderly', name: { vi: 'Người cao tuổi', en: 'Elderly' }, condition: null, pictogram: null, weight: 2 },
    ],
    slot: 'below',
    appointments: false,
    dossiersPerTurn: 3,
    address: 'http://192.168.1.5:8080',
    prints: [],
    ...changes,
  };
}

function kiosk(changes: Partial<KioskView> = {}) {
  const view = signal<KioskView | null>(viewOf(changes));
  const requests: TicketRequest[] = [];
  const answers: ((answer: Result<IssuedTicket>) => void)[] = [];
  const reset = vi.fn();
  const find = vi.fn<(ticketId: string) => Promise<Result<HeldTicket>>>();
  const findAppointment = vi.fn<(code: string) => Promise<Result<FoundAppointment>>>();
  const comeBack = vi.fn<(slip: object) => Promise<Result<HeldTicket>>>();
  let ids = 0;
  const flow = createTicketFlow({
    view,
    ask: (request) => {
      requests.push(request);
      return new Promise((answer) => answers.push(answer));
    },
    find,
    findAppointment,
    comeBack,
    newRequestId: () => `request-${++ids}`,
    reset,
    timeFactor: () => 1,
  });
  const answer = async (result: Result<IssuedTicket>) => {
    answers.shift()?.(result);
    await vi.advanceTimersByTimeAsync(0);
  };
  const prints = (state: PrintState) => {
    view.value = viewOf({ ...changes, prints: [{ number: 'A012', state }] });
  };
  const printerIs = (printer: PrinterHealth) => {
    view.value = viewOf({ health: { storage: 'ok', clock: 'ok', printer } });
  };
  const breakUntil = (opensAt: EpochMs) => {
    view.value = viewOf({ ...changes, opening: { state: 'break', opensAt } });
  };
  return { flow, requests, answer, prints, printerIs, breakUntil, reset, find, findAppointment, comeBack };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('taking a ticket', () => {
  it('takes two taps: the service and the class', async () => {
    const { flow, requests, answer } = kiosk();
    flow.chooseService('civil');
    expect(flow.page.value.kind).toBe('class');
    flow.chooseClass('elderly');
    expect(requests).toEqual([
      { requestId: 'request-1', serviceId: 'civil', ticketClass: 'elderly', dossiers: 1, session: 'this' },
    ]);
    await answer(accept(ticket));
    expect(flow.page.value).toEqual({ kind: 'result', ticket });
  });

  it('asks for the number of dossiers only when the visitor comes for others', () => {
    const { flow, requests } = kiosk();
    flow.chooseService('civil');
    flow.comesForOthers();
    expect(flow.page.value).toEqual({ kind: 'dossiers', serviceId: 'civil', dossiers: 1 });
    flow.chooseDossiers(12);
    expect(flow.page.value).toEqual({ kind: 'class', serviceId: 'civil', dossiers: 12 });
    flow.chooseClass('regular');
    expect(requests).toMatchObject([{ serviceId: 'civil', ticketClass: 'regular', dossiers: 12 }]);
  });

  it('types the number of more dossiers than there are tiles, and goes back step by step', () => {
    const { flow } = kiosk();
    flow.chooseService('civil');
    flow.comesForOthers();
    flow.typeDossiers();
    expect(flow.page.value.kind).toBe('many-dossiers');
    flow.back();
    expect(flow.page.value.kind).toBe('dossiers');
    flow.typeDossiers();
    flow.chooseDossiers(24);
    expect(flow.page.value).toEqual({ kind: 'class', serviceId: 'civil', dossiers: 24 });
  });

  it('keeps the chosen dossiers when their page is left, and resets them when the service is chosen again', () => {
    const { flow } = kiosk();
    flow.chooseService('civil');
    flow.comesForOthers();
    flow.chooseDossiers(5);
    flow.comesForOthers();
    flow.back();
    expect(flow.page.value).toEqual({ kind: 'class', serviceId: 'civil', dossiers: 5 });
    flow.back();
    flow.chooseService('civil');
    expect(flow.page.value).toEqual({ kind: 'class', serviceId: 'civil', dossiers: 1 });
  });

  it('requests one ticket when the class is pressed twice', () => {
    const { flow, requests } = kiosk();
    flow.chooseService('civil');
    flow.chooseClass('regular');
    flow.chooseClass('regular');
    flow.chooseService('civil');
    expect(requests).toHaveLength(1);
  });

  it('needs no second tap in an office with one class', () => {
    const { flow, requests } = kiosk({
      classes: [{ id: 'regular', name: { vi: '', en: '' }, condition: null, pictogram: null, weight: 1 }],
    });
    flow.chooseService('civil');
    expect(requests).toHaveLength(1);
  });

  it('asks for a confirmation when the wait may be longer than the session', () => {
    const { flow, requests } = kiosk({ services: [{ ...service, thisSession: 'uncertain' }] });
    flow.chooseService('civil');
    flow.chooseClass('regular');
    expect(flow.page.value.kind).toBe('confirm');
    expect(requests).toHaveLength(0);
    flow.confirm('next');
    flow.confirm('this');
    expect(requests).toMatchObject([{ session: 'next' }]);
  });

  it('needs no confirmation when the wait of the chosen class is short enough', () => {
    const outlooks = { 2: { estimate: null, thisSession: 'likely' as const } };
    const { flow, requests } = kiosk({ services: [{ ...service, thisSession: 'uncertain', outlooks }] });
    flow.chooseService('civil');
    flow.chooseClass('elderly');
    expect(requests).toMatchObject([{ ticketClass: 'elderly', session: 'this' }]);
  });

  it('sends the same request again after a lost connection, and never after a final refusal', async () => {
    const { flow, requests, answer } = kiosk();
    flow.chooseService('civil');
    flow.chooseClass('regular');
    await answer(refuse({ code: 'ConnectionLost' }));
    flow.retry();
    expect(requests.map(({ requestId }) => requestId)).toEqual(['request-1', 'request-1']);
    await answer(refuse({ code: 'DailyLimitReached', limit: 40 }));
    flow.retry();
    expect(requests).toHaveLength(2);
    flow.home();
    flow.chooseService('civil');
    flow.chooseClass('regular');
    expect(requests[2]?.requestId).toBe('request-2');
  });
});

describe('the printed ticket', () => {
  async function issued() {
    const made = kiosk();
    made.flow.chooseService('civil');
    made.flow.chooseClass('regular');
    await made.answer(accept(ticket));
    return made;
  }

  it('follows the printer, and the page stays longer when nothing is printed', async () => {
    const { flow, prints } = await issued();
    expect(flow.print.value).toBe('printing');
    prints('printed');
    expect(flow.print.value).toBe('printed');
    expect(flow.idleTimer.remaining.value).toBe(20);
    prints('failed');
    expect(flow.print.value).toBe('failed');
    expect(flow.idleTimer.remaining.value).toBe(60);
  });

  it('counts as failed while the printer has a problem, until the ticket is printed', async () => {
    const { flow, prints, printerIs } = await issued();
    printerIs('paper-out');
    expect(flow.print.value).toBe('failed');
    printerIs('paper-low');
    expect(flow.print.value).toBe('printing');
    prints('printed');
    expect(flow.print.value).toBe('printed');
  });

  it('counts as unknown when the printer takes too long, until it is printed', async () => {
    const { flow, prints } = await issued();
    prints('printing');
    vi.advanceTimersByTime(15_000);
    expect(flow.print.value).toBe('unknown');
    expect(flow.idleTimer.remaining.value).toBe(60);
    prints('printed');
    expect(flow.print.value).toBe('printed');
  });

  it('begins to count when the printing is over, and again at each touch', async () => {
    const { flow, prints } = await issued();
    expect(flow.idleTimer.remaining.value).toBeNull();
    prints('printed');
    vi.advanceTimersByTime(12_000);
    expect([flow.idleTimer.remaining.value, flow.idleTimer.total.value]).toEqual([8, 20]);
    flow.idleTimer.touched();
    expect(flow.idleTimer.remaining.value).toBe(20);
  });

  it('is followed by the start page without a touch', async () => {
    const { flow, prints, reset } = await issued();
    prints('printed');
    vi.advanceTimersByTime(20_000);
    expect(flow.page.value.kind).toBe('services');
    expect(reset).toHaveBeenCalledOnce();
  });
});

describe('an idle page', () => {
  it('goes back to the start and its language, later when it is touched', () => {
    const { flow, reset } = kiosk();
    flow.chooseService('civil');
    vi.advanceTimersByTime(44_000);
    flow.idleTimer.touched();
    vi.advanceTimersByTime(44_000);
    expect(flow.page.value.kind).toBe('class');
    vi.advanceTimersByTime(1_000);
    expect(flow.page.value.kind).toBe('services');
    expect(reset).toHaveBeenCalledOnce();
  });

  it('returns to the first language also when only the language was changed', () => {
    const { flow, reset } = kiosk();
    flow.idleTimer.touched();
    vi.advanceTimersByTime(45_000);
    expect(reset).toHaveBeenCalledOnce();
  });

  it('stays while the office has not answered', () => {
    const { flow } = kiosk();
    flow.chooseService('civil');
    flow.chooseClass('regular');
    flow.idleTimer.touched();
    vi.advanceTimersByTime(120_000);
    expect(flow.page.value.kind).toBe('asking');
  });
});

describe('a break of the office', () => {
  it('drops a choice that was not sent, without a question whether more time is needed', () => {
    const { flow, reset, breakUntil } = kiosk();
    flow.chooseService('civil');
    flow.comesForOthers();
    breakUntil(1);
    expect(flow.page.value).toEqual({ kind: 'services' });
    expect(reset).not.toHaveBeenCalled();
  });

  it('does not stop a ticket that was requested before', async () => {
    const { flow, answer, breakUntil } = kiosk();
    flow.chooseService('civil');
    flow.chooseClass('regular');
    breakUntil(1);
    await answer(accept(ticket));
    expect(flow.page.value.kind).toBe('result');
  });
});

describe('a scan', () => {
  it('of a card is kept until a class is chosen', () => {
    const { flow } = kiosk();
    flow.scan({ kind: 'card', age: 71 });
    flow.chooseService('civil');
    expect(flow.notice.value).toEqual({ kind: 'card', age: 71 });
    flow.chooseClass('elderly');
    expect(flow.notice.value).toBeNull();
  });

  it('of a foreign code is dropped on the next page', () => {
    const { flow } = kiosk();
    flow.scan({ kind: 'foreign' });
    flow.chooseService('civil');
    expect(flow.notice.value).toBeNull();
  });

  it('of a card is dropped when the page goes back to the start', () => {
    const { flow } = kiosk();
    flow.chooseService('civil');
    flow.scan({ kind: 'card', age: 71 });
    vi.advanceTimersByTime(44_000);
    expect(flow.notice.value).not.toBeNull();
    vi.advanceTimersByTime(1000);
    expect(flow.notice.value).toBeNull();
  });
});

describe('a scanned ticket', () => {
  const held = { number: 'A012', serviceName: null, appointmentAt: null };
  const waiting: HeldTicket = {
    ...held,
    status: 'waiting',
    stranded: false,
    ahead: 2,
    estimate: null,
    noClerk: false,
    notBefore: null,
    postponements: [],
  };
  const missed: HeldTicket = { ...held, status: 'missed', counterNumber: 1, until: 0 };
  const away: HeldTicket = { ...held, status: 'away', counterNumber: 1, until: 0 };
  const scan = async ({ flow }: ReturnType<typeof kiosk>) => {
    flow.scan({ kind: 'ticket', id: 'ticket-1' });
    await vi.advanceTimersByTimeAsync(0);
  };

  it('is shown with its state, and the page goes back to the start without a touch', async () => {
    const before = kiosk();
    before.find.mockResolvedValue(accept(waiting));
    before.flow.chooseService('civil');
    await scan(before);
    expect(before.flow.page.value).toEqual({ kind: 'found', ticket: waiting, back: false });
    expect(before.comeBack).not.toHaveBeenCalled();
    vi.advanceTimersByTime(30_000);
    expect(before.flow.page.value.kind).toBe('services');
  });

  it.each([missed, away])('puts a visitor back into the line whose status is $status', async (left) => {
    const before = kiosk();
    before.find.mockResolvedValue(accept(left));
    before.comeBack.mockResolvedValue(accept(waiting));
    await scan(before);
    expect(before.comeBack).toHaveBeenCalledExactlyOnceWith({ requestId: 'request-1', ticketId: 'ticket-1' });
    expect(before.flow.page.value).toEqual({ kind: 'found', ticket: waiting, back: true });
  });

  it('that is too late or not of today opens a page with the reason', async () => {
    const late = kiosk();
    const rejection = { code: 'ReturnTooLate', number: 'A012', minutes: 30 } as const;
    late.find.mockResolvedValue(accept(missed));
    late.comeBack.mockResolvedValue(refuse(rejection));
    await scan(late);
    expect(late.flow.page.value).toEqual({ kind: 'not-found', ticketId: 'ticket-1', rejection });
    late.flow.retry();
    expect(late.find).toHaveBeenCalledTimes(1);
    late.find.mockResolvedValue(refuse({ code: 'UnknownTicket' }));
    await scan(late);
    expect(late.flow.page.value).toMatchObject({ kind: 'not-found', rejection: { code: 'UnknownTicket' } });
  });

  it('is looked up again on request when the connection was lost', async () => {
    const before = kiosk();
    before.find.mockResolvedValueOnce(refuse({ code: 'ConnectionLost' })).mockResolvedValueOnce(accept(waiting));
    await scan(before);
    before.flow.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(before.flow.page.value.kind).toBe('found');
  });

  it('does not interrupt the request of another ticket', async () => {
    const before = kiosk();
    before.flow.chooseService('civil');
    before.flow.chooseClass('regular');
    await scan(before);
    expect(before.find).not.toHaveBeenCalled();
    await before.answer(accept(ticket));
    expect(before.flow.page.value.kind).toBe('result');
  });
});

describe('a visitor with an appointment', () => {
  const appointment: FoundAppointment = { code: '123456', serviceId: 'civil', startsAt: 0 };
  const booking = () => kiosk({ appointments: true });
  const typed = async ({ flow }: ReturnType<typeof kiosk>) => {
    flow.hasAppointment();
    flow.typeCode('123456');
    await vi.advanceTimersByTimeAsync(0);
  };

  it('types the code, chooses a class and gets a ticket', async () => {
    const visit = booking();
    visit.findAppointment.mockResolvedValue(accept(appointment));
    await typed(visit);
    const { flow, requests, answer } = visit;
    expect(flow.page.value).toEqual({ kind: 'booked', appointment });
    flow.chooseClass('elderly');
    expect(requests).toEqual([{ requestId: 'request-1', code: '123456', ticketClass: 'elderly' }]);
    await answer(accept(ticket));
    expect(flow.page.value.kind).toBe('result');
  });

  it('sees that a code is wrong before the question of the class, and types it again', async () => {
    const visit = booking();
    visit.findAppointment.mockResolvedValueOnce(refuse({ code: 'UnknownAppointment' }));
    await typed(visit);
    expect(visit.flow.page.value).toEqual({ kind: 'code', rejection: { code: 'UnknownAppointment' } });
    expect(visit.requests).toEqual([]);
    visit.findAppointment.mockResolvedValueOnce(accept(appointment));
    visit.flow.typeCode('123456');
    await vi.advanceTimersByTimeAsync(0);
    expect(visit.flow.page.value.kind).toBe('booked');
  });

  it('stays on the page while the office has not answered about the code', () => {
    const visit = booking();
    visit.findAppointment.mockReturnValue(new Promise(() => undefined));
    visit.flow.hasAppointment();
    visit.flow.typeCode('123456');
    visit.flow.scan({ kind: 'ticket', id: 'ticket-1' });
    vi.advanceTimersByTime(120_000);
    expect(visit.flow.page.value.kind).toBe('checking');
    expect(visit.find).not.toHaveBeenCalled();
  });

  it('goes back step by step, and to the code after an unknown code', async () => {
    const visit = booking();
    visit.findAppointment.mockResolvedValue(accept(appointment));
    const { flow, answer } = visit;
    await typed(visit);
    flow.back();
    expect(flow.page.value.kind).toBe('code');
    flow.back();
    expect(flow.page.value.kind).toBe('services');
    await typed(visit);
    flow.chooseClass('regular');
    await answer(refuse({ code: 'UnknownAppointment' }));
    flow.hasAppointment();
    expect(flow.page.value.kind).toBe('code');
  });

  it('can scan the code where the office takes bookings', async () => {
    const visit = booking();
    visit.findAppointment.mockResolvedValue(accept(appointment));
    visit.flow.scan({ kind: 'appointment', code: '123456' });
    await vi.advanceTimersByTimeAsync(0);
    expect(visit.flow.page.value).toEqual({ kind: 'booked', appointment });
    const without = kiosk({ appointments: false });
    without.flow.scan({ kind: 'appointment', code: '123456' });
    expect(without.flow.notice.value).toEqual({ kind: 'foreign' });
  });
});
