import { describe, expect, it } from 'vitest';
import { decide } from '../../server/queue/decide.ts';
import { REGULAR } from '../../shared/office/office.ts';
import { emptyDay, Hall, issued, kiosk, ticket } from '../queue/given.ts';
import { time } from '../queue/office.ts';

/** The numbers that come next, one per service, when damage took these tickets' lines away. */
function nextNumbers(...lost: string[]): (string | null)[] {
  const hall = new Hall().given('08:00', issued('A001'), issued('B001'), issued('A002'), issued('C001'));
  const left = hall.events.filter((event) => !(event.type === 'TicketIssued' && lost.includes(event.number)));
  const day = emptyDay();
  day.replay(left);
  return ['civil', 'land', 'social'].map((serviceId) => {
    const order = { type: 'IssueTicket', ticketId: ticket('new'), serviceId, classId: REGULAR, dossiers: 1 } as const;
    const decision = decide(day.states.queue, { ...order, actor: kiosk, at: time('09:00'), requestId: 'request-1' });
    const fact = decision.ok ? decision.facts[0] : undefined;
    return fact?.type === 'TicketIssued' ? fact.number : null;
  });
}

describe('a damaged journal', () => {
  it('that lost nothing gives the next numbers', () => {
    expect(nextNumbers()).toEqual(['A003', 'B002', 'C002']);
  });

  it('that lost the last ticket of a service does not give its number again', () => {
    expect(nextNumbers('A002')).toEqual(['A003', 'B003', 'C002']);
    expect(nextNumbers('B001')[1]).toBe('B002');
  });

  it('that lost several lines in a row skips as many numbers', () => {
    expect(nextNumbers('A001', 'B001', 'A002')).toEqual(['A004', 'B004', 'C002']);
  });

  it('skips nothing in a service of which a later ticket is there', () => {
    expect(nextNumbers('A001')[0]).toBe('A003');
  });
});
