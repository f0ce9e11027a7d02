import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Line, type Place } from '../../server/queue/line.ts';

const place = (arrivedAt: number, order: number): Place => ({
  ticketId: `t-${order}`,
  serviceId: 'civil',
  classId: 'regular',
  arrivedAt,
  order,
  dossiers: 1,
});
const byArrival = (a: Place, b: Place) => a.arrivedAt - b.arrivedAt || a.order - b.order;

type Step = { insert: number } | { remove: number } | { count: [number, number] };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ insert: fc.nat(20) }) },
  // Mostly the head of the line, as in an office.
  { weight: 2, arbitrary: fc.record({ remove: fc.oneof(fc.constant(0), fc.nat(50)) }) },
  { weight: 1, arbitrary: fc.record({ count: fc.tuple(fc.nat(21), fc.nat(60)) }) },
);

describe('a line', () => {
  it('behaves like a sorted array', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const line = new Line();
        let model: Place[] = [];
        let order = 0;
        for (const now of steps) {
          if ('insert' in now) {
            order += 1;
            line.insert(place(now.insert, order));
            model = [...model, place(now.insert, order)].sort(byArrival);
          } else if ('count' in now) {
            const [arrivedAt, before] = now.count;
            const expected = model.filter((other) => byArrival(other, place(arrivedAt, before)) < 0).length;
            expect(line.countBefore(arrivedAt, before)).toBe(expected);
          } else if (model.length > 0) {
            const gone = model[now.remove % model.length] as Place;
            line.remove(gone);
            model = model.filter((other) => other !== gone);
          }
          expect(line.length).toBe(model.length);
          expect(line.at(0)).toEqual(model[0]);
          expect(line.first(5)).toEqual(model.slice(0, 5));
        }
      }),
    );
  });

  it('stays in order after thousands of places were inserted and removed at both ends', () => {
    const line = new Line();
    for (let order = 1; order <= 5_000; order += 1) line.insert(place(order, order));
    for (let order = 1; order <= 4_500; order += 1) line.remove(place(order, order));
    line.insert(place(0, 5_001));
    expect(line.length).toBe(501);
    expect(line.first(3).map(({ order }) => order)).toEqual([5_001, 4_501, 4_502]);
    expect(line.countBefore(4_600)).toBe(100);
  });

  it('throws when a place to remove is not in it', () => {
    const line = new Line();
    line.insert(place(1, 1));
    expect(() => line.remove(place(1, 2))).toThrow('not in this line');
    line.remove(place(1, 1));
    expect(() => line.remove(place(1, 1))).toThrow('not in this line');
  });
});
