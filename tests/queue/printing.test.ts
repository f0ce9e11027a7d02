import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../server/queue/commands.ts';
import type { Fact } from '../../server/queue/events.ts';
import type { PrintStatus } from '../../server/queue/state.ts';
import { paperOf } from '../../server/queue/views/paper.ts';
import { anna, clock, Hall, issued, opened, returned, sentAway, serving, ticket } from './given.ts';
import { time } from './office.ts';

/** The sequence number of the first ticket, the day's opening being 1. */
const jobId = 2;
/** The facts after the issue that bring the print job into each status. */
const histories: Record<PrintStatus, Fact[]> = {
  waiting: [],
  started: [{ type: 'PrintStarted', jobId }],
  unknown: [
    { type: 'PrintStarted', jobId },
    { type: 'PrintUnknown', jobId },
  ],
  printed: [
    { type: 'PrintStarted', jobId },
    { type: 'TicketPrinted', jobId },
  ],
  abandoned: [{ type: 'PrintAbandoned', jobId }],
  dismissed: [
    { type: 'PrintAbandoned', jobId },
    { type: 'PrintDismissed', jobId },
  ],
};
const commands: [string, CommandBody, Partial<Record<PrintStatus, Fact[]>>][] = [
  ['starting', { type: 'StartPrinting', jobId }, { waiting: [{ type: 'PrintStarted', jobId }] }],
  ['ending', { type: 'EndPrinting', jobId, outcome: 'printed' }, { started: [{ type: 'TicketPrinted', jobId }] }],
  ['doubting', { type: 'EndPrinting', jobId, outcome: 'unknown' }, { started: [{ type: 'PrintUnknown', jobId }] }],
  ['abandoning', { type: 'AbandonPrinting', jobId }, { waiting: [{ type: 'PrintAbandoned', jobId }] }],
  [
    'dismissing',
    { type: 'DismissJob', jobId },
    { unknown: [{ type: 'PrintDismissed', jobId }], abandoned: [{ type: 'PrintDismissed', jobId }] },
  ],
];
const reprint: Fact[] = [
  { type: 'PrintDismissed', jobId },
  { type: 'ReprintRequested', ticketId: ticket('A001'), kind: 'ticket' },
];
commands.push(['reprinting', { type: 'ReprintJob', jobId }, { unknown: reprint, abandoned: reprint }]);

const hallWith = (status: PrintStatus) =>
  new Hall().given('08:00', issued('A001')).given('08:01', ...histories[status]);
const statuses = Object.keys(histories) as PrintStatus[];

describe('a print job', () => {
  it.each(commands.flatMap(([verb, body, allowed]) => statuses.map((status) => ({ verb, body, allowed, status }))))(
    'answers $verb while it is $status',
    ({ body, allowed, status }) => {
      const outcome = hallWith(status).when('08:02', body, clock);
      const facts = allowed[status];
      if (facts) outcome.gives(...facts);
      else outcome.isRefused({ code: 'UnknownPrintJob' });
    },
  );

  it('is refused with an unknown id', () => {
    for (const [, body] of commands) {
      hallWith('waiting')
        .when('08:02', { ...body, jobId: 99 } as CommandBody)
        .isRefused({ code: 'UnknownPrintJob' });
    }
  });

  it.each(statuses)('is among the latest jobs for the kiosk when it is %s', (status) => {
    expect(hallWith(status).state.latestPrints).toMatchObject([{ id: jobId, status }]);
  });

  it('is removed from the list when it is printed or dismissed', () => {
    expect(statuses.map((status) => [status, hallWith(status).state.prints.size])).toEqual([
      ['waiting', 1],
      ['started', 1],
      ['unknown', 1],
      ['printed', 0],
      ['abandoned', 1],
      ['dismissed', 0],
    ]);
  });

  it.each(['unknown', 'abandoned'] as const)('is dropped when it is %s and fifty newer ones are too', (status) => {
    const hall = new Hall();
    for (let ordinal = 1; ordinal <= 60; ordinal += 1) {
      hall.given('08:00', issued(`A${String(ordinal).padStart(3, '0')}`));
      const job = hall.state.lastSeq;
      if (status === 'abandoned') hall.given('08:00', { type: 'PrintAbandoned', jobId: job });
      else hall.given('08:00', { type: 'PrintStarted', jobId: job }, { type: 'PrintUnknown', jobId: job });
    }
    expect([...hall.state.prints.values()].map(({ ticketId }) => ticketId).slice(0, 1)).toEqual([ticket('A011')]);
    expect(hall.state.prints.size).toBe(50);
  });
});

describe('a reprint', () => {
  it('is a new job that is marked as a reprint', () => {
    const hall = hallWith('unknown');
    hall.execute('08:05', { type: 'ReprintJob', jobId });
    expect([...hall.state.prints.values()]).toMatchObject([
      { id: hall.state.lastSeq, reprint: true, status: 'waiting', kind: 'ticket', requestedAt: time('08:05') },
    ]);
  });

  it('prints the ticket, or the come-back slip while its holder is away', () => {
    const hall = hallWith('printed').given('08:05', opened(1, anna), ...serving('A001', 1));
    const reprintTicket: CommandBody = { type: 'ReprintTicket', ticketId: ticket('A001') };
    hall.when('08:06', reprintTicket).gives({ type: 'ReprintRequested', kind: 'ticket' });
    hall.given('08:10', sentAway('A001', 1, anna, '09:10'));
    hall.when('08:11', reprintTicket).gives({ type: 'ReprintRequested', kind: 'come-back-slip' });
    hall.when('08:11', { type: 'ReprintTicket', ticketId: 'nobody' }).isRefused({ code: 'UnknownTicket' });
  });
});

describe('paper', () => {
  it('has the content of the ticket when it was issued', () => {
    const hall = new Hall().given('08:00', issued('A001', 'elderly'));
    const [job] = hall.state.prints.values();
    expect(job && paperOf(hall.state, job, 'http://192.168.1.5:8080')).toMatchObject({
      kind: 'ticket',
      number: 'A001',
      issuedAt: time('08:00'),
      serviceName: { vi: 'Hộ tịch' },
      className: { vi: 'Người cao tuổi' },
      code: `http://192.168.1.5:8080/t/${ticket('A001')}`,
      reprint: false,
    });
  });

  it('is null for a come-back slip when the visitor is back', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'), ...serving('A001', 1));
    hall.given('08:10', sentAway('A001', 1, anna, '09:10'));
    const slip = hall.state.latestPrints.at(-1);
    expect(slip && paperOf(hall.state, slip, 'http://192.168.1.5:8080')).toMatchObject({
      kind: 'come-back-slip',
      counterNumber: 1,
      sentAwayAt: time('08:10'),
      until: time('09:10'),
    });
    hall.given('08:20', returned('A001', anna));
    expect(slip && paperOf(hall.state, slip, 'http://192.168.1.5:8080')).toBeNull();
  });
});
