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
  it('is the one being announced, also when there is a newer call', () => {
    expect(currentCall([call('B001', 'called')], announcing)).toMatchObject({ number: 'A001', stage: 'announcing' });
  });

  it('is the latest one whose visitor is on the way, before one at a counter', () => {
    const calls = [call('C001', 'serving'), call('B001', 'called'), call('A001', 'called')];
    expect(currentCall(calls, null)).toMatchObject({ number: 'B001', stage: 'called' });
  });

  it('is the latest one at a counter when no visitor is on the way', () => {
    expect(currentCall([call('C001', 'serving')], null)).toMatchObject({ number: 'C001', stage: 'serving' });
  });

  it('is null when no visitor is called', () => {
    expect(currentCall([], null)).toBeNull();
  });

  it('has another key for each announcement of the same number', () => {
    expect(currentCall([], announcing)?.key).not.toBe(currentCall([], { ...announcing, id: 5 })?.key);
  });
});
