import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REGULAR } from '../../shared/office/office.ts';
import { MINUTE } from '../../shared/time.ts';
import { anna, called, finished, Hall, issued, missed, opened, serving } from './given.ts';
import { ordinaryOffice, time } from './office.ts';

const weighted = (weight: number) => ({
  ticketClasses: ordinaryOffice.ticketClasses.map((each) => (each.id === 'elderly' ? { ...each, weight } : each)),
});

describe('the next ticket of a counter', () => {
  it('is the one that has waited longest among equal classes, over all services of the counter', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('B001')).given('08:01', issued('A001'));
    expect(hall.next('08:10', 1)).toBe('B001');
  });

  it('is the earlier ticket of two with the same arrival time', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('B001'), issued('A001'), issued('A002'));
    expect(hall.next('08:10', 1)).toBe('B001');
  });

  it('is one with priority as soon as twice its wait exceeds the wait of the regular one', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001')).given('08:10', issued('A002', 'elderly'));
    expect(hall.next('08:19:59', 1)).toBe('A001');
    // Both score 20 minutes, so the earlier ticket goes first.
    expect(hall.next('08:20', 1)).toBe('A001');
    expect(hall.next('08:20:01', 1)).toBe('A002');
  });

  it('follows the order of arrival when all classes have the same weight', () => {
    const hall = new Hall(weighted(1))
      .given('08:00', opened(1, anna), issued('A001'))
      .given('08:01', issued('A002', 'elderly'));
    expect(hall.next('11:00', 1)).toBe('A001');
  });

  it('depends on the weights that set-up has at the moment', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001')).given('08:01', issued('A002', 'elderly'));
    expect(hall.next('09:00', 1)).toBe('A002');
    hall.given('09:00', { type: 'OfficeChanged', office: { ...ordinaryOffice, ...weighted(1) } });
    expect(hall.next('09:00', 1)).toBe('A001');
    const regularOnly = ordinaryOffice.ticketClasses.filter(({ id }) => id === REGULAR);
    hall.given('09:00', { type: 'OfficeChanged', office: { ...ordinaryOffice, ticketClasses: regularOnly } });
    expect(hall.next('09:00', 1)).toBe('A001');
  });

  it('is never of a service that the counter does not have', () => {
    expect(new Hall().given('08:00', opened(3, anna), issued('B001')).next('08:10', 3)).toBeNull();
  });

  it('may be one that was missed and is back, at its old place', () => {
    const hall = new Hall().given('08:00', opened(1, anna), issued('A001'), issued('A002'), issued('A003'));
    hall.given('08:05', called('A002', 1), missed('A002', 1));
    hall.execute('08:10', { type: 'ReturnTicket', ticketId: 't-A002' });
    expect(hall.next('08:11', 1)).toBe('A001');
    hall.given('08:11', ...serving('A001', 1), finished('A001', 1));
    expect(hall.next('08:12', 1)).toBe('A002');
  });
});

const arrival = fc.record({
  afterSeconds: fc.nat(300),
  priority: fc.integer({ min: 1, max: 10 }).map((roll) => roll <= 9),
});

describe('starvation', () => {
  it('is impossible: with nine of ten in priority, no regular ticket waits more than twice as long as the called one', () => {
    fc.assert(
      fc.property(
        fc.array(arrival, { minLength: 20, maxLength: 80 }),
        // More work than one clerk can do, so that the line grows as long as visitors come.
        fc.array(fc.integer({ min: 120, max: 400 }), { minLength: 80, maxLength: 80 }),
        (arrivals, services) => {
          const hall = new Hall().given('07:30', opened(1, anna));
          const clock = (at: number) => new Date(at + 7 * 60 * MINUTE).toISOString().slice(0, 19).replace('T', ' ');
          let free = time('07:30');
          let arrivesAt = free;
          const coming = arrivals.map(({ afterSeconds, priority }, index) => {
            arrivesAt += afterSeconds * 1000;
            return { at: arrivesAt, number: `A${String(index + 1).padStart(3, '0')}`, priority };
          });
          for (const seconds of services.slice(0, coming.length)) {
            while (coming[0] && coming[0].at <= free) {
              const visitor = coming.shift();
              if (visitor)
                hall.given(clock(visitor.at), issued(visitor.number, visitor.priority ? 'elderly' : REGULAR));
            }
            const next = hall.next(clock(free), 1);
            const chosen = next && hall.state.tickets.get(`t-${next}`);
            if (chosen) {
              const wait = free - chosen.arrivedAt;
              for (const { status, classId, arrivedAt } of hall.state.tickets.values()) {
                const bound = classId === chosen.classId ? 1 : classId === REGULAR ? 2 : 0.5;
                if (status === 'waiting') expect(free - arrivedAt).toBeLessThanOrEqual(wait * bound);
              }
              hall.given(clock(free), ...serving(chosen.number, 1), finished(chosen.number, 1));
            }
            free += seconds * 1000;
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
