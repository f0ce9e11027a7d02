import { describe, expect, test } from 'vitest';
import { type Offer, offerOf, STEP_KEYS } from '../../desk/connection/steps.ts';
import type { CounterView } from '../../shared/protocol/views/desk.ts';

const ticket = {
  id: 't1',
  number: 'A001',
  serviceId: 's1',
  classId: 'regular',
  classConfirmed: true,
  dossiers: 1,
  arrivedAt: 0,
  appointmentAt: null,
};
const situations: Record<string, Pick<CounterView, 'state' | 'current'>> = {
  idle: { state: 'open', current: null },
  paused: { state: 'paused', current: null },
  called: { state: 'open', current: { ...ticket, status: 'called', calledAt: 1, recalls: 0 } },
  serving: { state: 'open', current: { ...ticket, status: 'serving', calledAt: 1, startedAt: 2, usualMinutes: null } },
};

function stepsIn({ primary, others, quiet }: Offer) {
  return [primary, ...others, ...quiet];
}

describe('the steps of a counter', () => {
  test.each([
    ['idle', 'call-next'],
    ['paused', 'resume'],
    ['called', 'start'],
    ['serving', 'finish-and-call'],
  ])('while it is %s begin with %s', (name, primary) => {
    expect(situations[name] && offerOf(situations[name]).primary).toBe(primary);
  });

  test('contain closing and pausing only while no visitor is at the counter', () => {
    for (const situation of Object.values(situations)) {
      const steps = stepsIn(offerOf(situation));
      expect(steps.includes('close')).toBe(situation.current === null);
      if (situation.current) expect(steps).not.toContain('pause');
    }
  });

  test('never contain two with the same key', () => {
    for (const situation of Object.values(situations)) {
      const keys = stepsIn(offerOf(situation)).map((step) => STEP_KEYS[step]);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
