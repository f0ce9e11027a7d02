import { describe, expect, it } from 'vitest';
import { decide } from '../../server/queue/decide.ts';
import { REGULAR } from '../../shared/office/office.ts';
import { emptyDay, Hall, issued, kiosk, ticket } from '../queue/given.ts';
import { time } from '../queue/office.ts';

/** The next ticket number of each service when the journal has lost the lines of these tickets. */
function nextNumbers(...lost: string[]): (string | null)[] {
  const hall = new Hall().given('08:00', issued('A001'), issued('B001'), issued('A002'), issued('C001'));
  const left = hall.events.filter((event) => !(event.type === 'TicketIssued' && lost.includes(event.number)));
  const day = emptyDay();
  day.replay(left);
  return ['civil', 'land', 'social'].map((serviceId) => {
    const body = { type: 'IssueTicket', ticketId: ticket('new'), serviceId, classId: REGULAR, dossiers: 1 } as const;
    const decision = decide(day.states.queue, { ...body, actor: kiosk, at: time('09:00'), requestId: 'request-1' });
    const fact = decision.ok ? decision.facts[0] : undefined;
    return fact?.type === 'TicketIssued' ? fact.number : null;
  });
}

describe('a damaged journal', () => {
  it('that lost nothing leads to the next numbers', () => {
    expect(nextNumbers()).toEqual(['A003', 'B002', 'C002']);
  });

  it('that lost the last ticket of a service never leads to its number again', () => {
    expect(nextNumbers('A002')).toEqual(['A003', 'B003', 'C002']);
    expect(nextNumbers('B001')[1]).toBe('B002');
  });

  it('that lost several lines in a row leads to as many skipped numbers', () => {
    expect(nextNumbers('A001', 'B001', 'A002')).toEqual(['A004', 'B004', 'C002']);
  });

  it('leads to no skipped number in a service with a later intact ticket', () => {
    expect(nextNumbers('A001')[0]).toBe('A003');
  });
});
