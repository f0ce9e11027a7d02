import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOutbox, type Vote } from '../../kiosk/rating/outbox.ts';
import { accept, type Result, refuse } from '../../shared/protocol/rejections.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const vote = (voteId: string, change: Partial<Vote> = {}): Vote => ({
  voteId,
  number: null,
  level: 5,
  reason: null,
  ...change,
});

function office() {
  const heard: object[] = [];
  const answers: ((answer: Result<null>) => void)[] = [];
  const hear = (request: object) => {
    heard.push(request);
    return new Promise<Result<null>>((answer) => answers.push(answer));
  };
  let ids = 0;
  const outbox = createOutbox({ rate: hear, takeBack: hear, newRequestId: () => `request-${++ids}` });
  const answer = async (result: Result<null>) => {
    answers.shift()?.(result);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { outbox, heard, answer };
}

it('a vote that comes too soon is held and sent after the pause, before the votes behind it', async () => {
  const { outbox, heard, answer } = office();
  void outbox.give(vote('a'));
  const second = outbox.give(vote('b', { level: 1 }));
  void outbox.give(vote('c'));
  await answer(accept(null));
  await answer(refuse({ code: 'RatedTooSoon', retryInSeconds: 4 }));
  await vi.advanceTimersByTimeAsync(3_900);
  expect(heard).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(100);
  expect(heard[2]).toEqual(heard[1]);
  await answer(accept(null));
  expect(await second).toEqual(accept(null));
  expect(heard.map((request) => 'voteId' in request && request.voteId)).toEqual(['a', 'b', 'b', 'c']);
});

it('a vote is kept across a lost connection and sent again with the same request id', async () => {
  const { outbox, heard, answer } = office();
  void outbox.give(vote('a'));
  for (const _ of [1, 2, 3]) {
    await answer(refuse({ code: 'ConnectionLost' }));
    await vi.advanceTimersByTimeAsync(2_000);
  }
  expect(heard).toHaveLength(4);
  expect(new Set(heard.map((request) => JSON.stringify(request))).size).toBe(1);
});

it('changes that wait behind a vote are sent as one, the last', async () => {
  const { outbox, heard, answer } = office();
  void outbox.give(vote('a'));
  const marked = outbox.give(vote('a', { reason: 'room' }));
  const last = outbox.give(vote('a', { reason: 'other', number: 'A012' }));
  await answer(accept(null));
  await answer(accept(null));
  expect(await Promise.all([marked, last])).toEqual([accept(null), accept(null)]);
  expect(heard).toEqual([
    { requestId: 'request-1', ...vote('a') },
    { requestId: 'request-2', ...vote('a', { reason: 'other', number: 'A012' }) },
  ]);
});

it('a vote that is taken back before it was sent is never sent', async () => {
  const { outbox, heard, answer } = office();
  void outbox.give(vote('a'));
  void outbox.give(vote('b'));
  const back = outbox.takeBack('b');
  await answer(accept(null));
  expect(await back).toEqual(accept(null));
  expect(heard).toEqual([{ requestId: 'request-1', ...vote('a') }]);
});

it('a vote that was sent is taken back, and the same vote may be given again', async () => {
  const { outbox, heard, answer } = office();
  void outbox.give(vote('a'));
  await answer(accept(null));
  void outbox.takeBack('a');
  await answer(accept(null));
  void outbox.give(vote('a'));
  expect(heard).toEqual([
    { requestId: 'request-1', ...vote('a') },
    { requestId: 'request-2', voteId: 'a' },
    { requestId: 'request-3', ...vote('a') },
  ]);
});

it('nothing is sent for a change that changes nothing', async () => {
  const { outbox, heard, answer } = office();
  void outbox.give(vote('a'));
  await answer(accept(null));
  expect(await outbox.give(vote('a'))).toEqual(accept(null));
  expect(heard).toHaveLength(1);
});
