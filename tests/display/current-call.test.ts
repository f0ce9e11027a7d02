import { describe, expect, it } from 'vitest';
import { currentCall, STAND } from '../../display/lobby/current-call.ts';
import type { Announcement, BoardCall } from '../../shared/protocol/views/hall.ts';

const announcing: Announcement = {
  id: 4,
  day: '2026-11-23',
  at: 0,
  number: 'A001',
  counterNumber: 2,
  recall: true,
};
const NOW = 1_000_000;
const call = (number: string, status: BoardCall['status'], calledAt = 0): BoardCall => ({
  number,
  counterNumber: 2,
  calledAt,
  status,
});
const played = { item: announcing, since: NOW };

describe('the call on the stage', () => {
  it('is the one being announced, also when there is a newer call', () => {
    const calls = [call('B001', 'called', NOW)];
    expect(currentCall(calls, announcing, null, NOW)).toMatchObject({ number: 'A001', stage: 'announcing' });
  });

  it('stands for ten seconds from the beginning of its announcement, with the same key', () => {
    const calls = [call('A001', 'called')];
    const shown = currentCall(calls, null, played, NOW + STAND - 1);
    expect(shown).toMatchObject({ number: 'A001', stage: 'called' });
    expect(shown?.key).toBe(currentCall(calls, announcing, null, NOW)?.key);
    expect(currentCall(calls, null, played, NOW + STAND)).toBeNull();
  });

  it('ends earlier when its visitor has come', () => {
    expect(currentCall([call('A001', 'serving')], null, played, NOW + 1)).toBeNull();
  });

  it('is a call of the last ten seconds on a page that was opened after it', () => {
    const calls = [call('B001', 'called', NOW - STAND + 1), call('C001', 'called', NOW - STAND)];
    expect(currentCall(calls, null, null, NOW)).toMatchObject({ number: 'B001', stage: 'called' });
    expect(currentCall(calls.slice(1), null, null, NOW)).toBeNull();
  });

  it('has another key for each announcement of the same number', () => {
    const key = (id: number) => currentCall([], { ...announcing, id }, null, NOW)?.key;
    expect(key(4)).not.toBe(key(5));
  });
});
