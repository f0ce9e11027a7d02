import { describe, expect, it } from 'vitest';
import { currentCall } from '../../display/lobby/current-call.ts';
import type { Announcement, BoardCall } from '../../shared/protocol/views/hall.ts';

const announcing: Announcement = {
  id: 4,
  day: '2026-11-23',
  at: 0,
  number: 'A001',
  counterNumber: 2,
  recall: true,
};
const call = (number: string, status: BoardCall['status']): BoardCall => ({
  number,
  counterNumber: 1,
  calledAt: 0,
  status,
});

describe('the current call', () => {
  it('shows what is announced before any newer call', () => {
    expect(currentCall([call('B001', 'called')], announcing)).toMatchObject({ number: 'A001', stage: 'announcing' });
  });

  it('shows the latest visitor still on the way before one at a counter', () => {
    const calls = [call('C001', 'serving'), call('B001', 'called'), call('A001', 'called')];
    expect(currentCall(calls, null)).toMatchObject({ number: 'B001', stage: 'called' });
  });

  it('shows the latest visitor at a counter when nobody is on the way', () => {
    expect(currentCall([call('C001', 'serving')], null)).toMatchObject({ number: 'C001', stage: 'serving' });
  });

  it('shows nothing when nobody is called', () => {
    expect(currentCall([], null)).toBeNull();
  });

  it('has another key for each announcement of the same number', () => {
    expect(currentCall([], announcing)?.key).not.toBe(currentCall([], { ...announcing, id: 5 })?.key);
  });
});
