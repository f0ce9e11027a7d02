import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRatingFlow, type Vote } from '../../kiosk/rating/flow.ts';
import { accept, type Result, refuse } from '../../shared/protocol/rejections.ts';
import type { HeldTicket } from '../../shared/protocol/views/phone.ts';

function pad() {
  const votes: Vote[] = [];
  const answers: ((answer: Result<null>) => void)[] = [];
  const reset = vi.fn();
  const find = vi.fn<(ticketId: string) => Promise<Result<HeldTicket>>>();
  let ids = 0;
  const flow = createRatingFlow({
    rate: (vote) => {
      votes.push(vote);
      return new Promise((answer) => answers.push(answer));
    },
    find,
    newRequestId: () => `request-${++ids}`,
    reset,
    timeFactor: () => 1,
  });
  const answer = async (result: Result<null>) => {
    answers.shift()?.(result);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { flow, votes, answer, reset, find };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('rating a visit', () => {
  it('takes as many taps for a bad vote as for a good one', async () => {
    for (const level of [1, 5]) {
      const { flow, votes, answer } = pad();
      flow.chooseVisit('A012');
      flow.chooseLevel(level);
      flow.chooseReason('waiting');
      expect(votes).toEqual([{ requestId: 'request-1', number: 'A012', level, reason: 'waiting' }]);
      await answer(accept(null));
      expect(flow.page.value.kind).toBe('thanks');
    }
  });

  it('works without a number and without a reason', () => {
    const { flow, votes } = pad();
    flow.chooseVisit(null);
    flow.chooseLevel(3);
    flow.chooseReason(null);
    expect(votes).toEqual([{ requestId: 'request-1', number: null, level: 3, reason: null }]);
  });

  it('sends a vote with an unknown number again without the number', async () => {
    const { flow, votes, answer } = pad();
    flow.chooseVisit('A999');
    flow.chooseLevel(2);
    flow.chooseReason('waiting');
    await answer(refuse({ code: 'UnknownTicket' }));
    flow.retry();
    expect(votes[1]).toEqual({ requestId: 'request-2', number: null, level: 2, reason: 'waiting' });
    await answer(accept(null));
    expect(flow.page.value.kind).toBe('thanks');
  });

  it('sends one vote when a button is pressed twice', () => {
    const { flow, votes } = pad();
    flow.chooseVisit('A012');
    flow.chooseLevel(4);
    flow.chooseLevel(1);
    flow.chooseReason(null);
    flow.chooseReason('room');
    expect(votes).toEqual([{ requestId: 'request-1', number: 'A012', level: 4, reason: null }]);
  });

  it('sends the vote of a visitor who leaves before choosing a reason', () => {
    const { flow, votes } = pad();
    flow.chooseVisit('A012');
    flow.chooseLevel(5);
    vi.advanceTimersByTime(20_000);
    expect(votes).toHaveLength(1);
  });

  it('sends a vote that came too soon again by itself, also when the screen is touched meanwhile', async () => {
    const { flow, votes, answer } = pad();
    flow.chooseVisit('A012');
    flow.chooseLevel(5);
    flow.chooseReason(null);
    await answer(refuse({ code: 'RatedTooSoon', retryInSeconds: 4 }));
    vi.advanceTimersByTime(3_000);
    flow.idleTimer.touched();
    expect(flow.idleTimer.remaining.value).toBe(1);
    vi.advanceTimersByTime(1_000);
    expect(votes.map(({ requestId }) => requestId)).toEqual(['request-1', 'request-1']);
  });

  it('sends the same vote again after a lost connection, and never after a final refusal', async () => {
    const { flow, votes, answer } = pad();
    flow.chooseVisit('A012');
    flow.chooseLevel(5);
    flow.chooseReason(null);
    await answer(refuse({ code: 'ConnectionLost' }));
    flow.retry();
    expect(votes[1]).toEqual(votes[0]);
    await answer(refuse({ code: 'AlreadyRated', number: 'A012' }));
    flow.retry();
    expect(votes).toHaveLength(2);
  });
});

describe('the rating pad', () => {
  it('goes back from each choice to the visits and keeps the language', () => {
    const { flow, reset } = pad();
    flow.typeNumber();
    flow.back();
    flow.chooseVisit('A012');
    flow.back();
    expect(flow.page.value.kind).toBe('visits');
    expect(reset).not.toHaveBeenCalled();
  });

  it('goes back to the visits by itself after the thanks and when it is not touched', async () => {
    const { flow, answer, reset } = pad();
    flow.chooseVisit('A012');
    flow.chooseLevel(5);
    flow.chooseReason(null);
    await answer(accept(null));
    vi.advanceTimersByTime(6_000);
    expect(flow.page.value.kind).toBe('visits');
    flow.typeNumber();
    vi.advanceTimersByTime(40_000);
    expect(flow.page.value.kind).toBe('visits');
    expect(reset).toHaveBeenCalledTimes(2);
  });
});

describe('a scanned ticket', () => {
  const held = { number: 'A012', serviceName: null, appointmentAt: null };
  const scan = async ({ flow }: ReturnType<typeof pad>) => {
    flow.scan({ kind: 'ticket', id: 'ticket-1' });
    await vi.advanceTimersByTimeAsync(0);
  };

  it('opens the faces at once and is rated by its number', async () => {
    const before = pad();
    before.find.mockResolvedValue(accept({ ...held, status: 'done', rated: false, levels: 5, order: 'best-first' }));
    await scan(before);
    expect(before.flow.page.value).toEqual({ kind: 'level', number: 'A012' });
    before.flow.chooseLevel(4);
    before.flow.chooseReason(null);
    expect(before.votes).toMatchObject([{ number: 'A012', level: 4 }]);
  });

  it.each<[HeldTicket, object]>([
    [
      { ...held, status: 'done', rated: true, levels: 5, order: 'best-first' },
      { code: 'AlreadyRated', number: 'A012' },
    ],
    [
      { ...held, status: 'serving', counterNumber: 1 },
      { code: 'WrongState', number: 'A012', ticketStatus: 'serving' },
    ],
  ])('that cannot be rated opens a page with the reason: %j', async (ticket, rejection) => {
    const before = pad();
    before.find.mockResolvedValue(accept(ticket));
    await scan(before);
    expect(before.flow.page.value).toEqual({ kind: 'not-rateable', ticketId: 'ticket-1', rejection });
  });

  it('does not interrupt a vote', async () => {
    const before = pad();
    before.flow.chooseVisit('A011');
    before.flow.chooseLevel(5);
    await scan(before);
    expect(before.flow.page.value.kind).toBe('reason');
    expect(before.find).not.toHaveBeenCalled();
  });

  it('is asked for after any other code, until the visitor goes on', () => {
    const { flow } = pad();
    flow.scan({ kind: 'foreign' });
    expect(flow.notice.value).toEqual({ kind: 'foreign' });
    flow.typeNumber();
    expect(flow.notice.value).toBeNull();
  });
});
