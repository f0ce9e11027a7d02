import { expect, test, vi } from 'vitest';
import { createCommands } from '../../desk/connection/commands.ts';
import type { Connection } from '../../shared/client/connection.ts';
import { type Result, refuse } from '../../shared/protocol/rejections.ts';

/** An office that answers when the test calls `answers`. */
function office() {
  const asked: { name: string; payload: Record<string, unknown> }[] = [];
  const answers: ((result: Result<never>) => void)[] = [];
  const request: Connection<'desk'>['request'] = (name, payload) => {
    asked.push({ name, payload: { ...payload } });
    return new Promise((resolve) => answers.push(resolve));
  };
  return { asked, answers, request };
}
const yes: Result<never> = JSON.parse('{"ok":true,"value":null}');

test('ignores every other command until the answer arrives', async () => {
  const { asked, answers, request } = office();
  const commands = createCommands({ request });
  const first = commands.step('c1', 'call-next');
  expect(commands.busy.value).toBe(true);
  expect(await commands.step('c1', 'call-next')).toBe('unanswered');
  answers[0]?.(yes);
  expect(await first).toBe('accepted');
  expect(commands.busy.value).toBe(false);
  expect(asked).toHaveLength(1);
});

test('reports a slow answer until it arrives, and a lost connection as unanswered', async () => {
  vi.useFakeTimers();
  const { answers, request } = office();
  const commands = createCommands({ request });
  const lost = commands.step('c1', 'call-next');
  expect(commands.slow.value).toBe(false);
  vi.advanceTimersByTime(1_000);
  expect(commands.slow.value).toBe(true);
  answers[0]?.(refuse({ code: 'ConnectionLost' }));
  expect(await lost).toBe('unanswered');
  expect([commands.slow.value, commands.refusal.value]).toEqual([false, { code: 'ConnectionLost' }]);
  vi.useRealTimers();
});

test('gives each command its own request id', async () => {
  const { asked, answers, request } = office();
  const commands = createCommands({ request });
  for (const press of [0, 1]) {
    const done = commands.step('c1', 'recall');
    answers[press]?.(yes);
    await done;
  }
  expect(new Set(asked.map(({ payload }) => payload.requestId)).size).toBe(2);
});

test('repeats the request id of a command without an answer until it is answered', async () => {
  const { asked, answers, request } = office();
  const commands = createCommands({ request });
  for (const answer of [refuse({ code: 'ConnectionLost' }), yes, yes]) {
    const done = commands.call('c1', 't1', 'Trẻ nhỏ');
    answers.pop()?.(answer);
    await done;
  }
  const [first, again, later] = asked.map(({ payload }) => payload.requestId);
  expect(again).toBe(first);
  expect(later).not.toBe(first);
});

test('names the visitor whom the clerk sees, and gives a step for another visitor an id of its own', async () => {
  const { asked, answers, request } = office();
  const commands = createCommands({ request });
  for (const ticketId of ['t1', 't1', 't2']) {
    const done = commands.step('c1', 'miss', ticketId);
    answers.pop()?.(refuse({ code: 'ConnectionLost' }));
    await done;
  }
  expect(asked.map(({ payload }) => payload.ticketId)).toEqual(['t1', 't1', 't2']);
  const [first, again, other] = asked.map(({ payload }) => payload.requestId);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});

test('names the visitor when it finishes, and none when it calls the next one', async () => {
  const { asked, answers, request } = office();
  const done = createCommands({ request }).step('c1', 'finish-and-call', 't1');
  answers[0]?.(yes);
  await Promise.resolve();
  await Promise.resolve();
  answers[1]?.(yes);
  await done;
  expect(asked.map(({ payload }) => payload.ticketId)).toEqual(['t1', undefined]);
});

test('keeps a refusal until the next command', async () => {
  const { answers, request } = office();
  const commands = createCommands({ request });
  const refused = commands.step('c1', 'call-next');
  answers[0]?.(refuse({ code: 'NobodyWaiting' }));
  expect(await refused).toBe('refused');
  expect(commands.refusal.value).toEqual({ code: 'NobodyWaiting' });
  const next = commands.step('c1', 'call-next');
  expect(commands.refusal.value).toBeNull();
  answers[1]?.(yes);
  await next;
});

test('finishes a visit before it calls the next visitor', async () => {
  const { asked, answers, request } = office();
  const done = createCommands({ request }).step('c1', 'finish-and-call');
  expect(asked.map(({ name }) => name)).toEqual(['counter:finish']);
  answers[0]?.(yes);
  await Promise.resolve();
  await Promise.resolve();
  expect(asked.map(({ name }) => name)).toEqual(['counter:finish', 'counter:call-next']);
  answers[1]?.(yes);
  expect(await done).toBe('accepted');
});

test('reports no refusal when nobody waits after the last visit is finished', async () => {
  const { answers, request } = office();
  const commands = createCommands({ request });
  const done = commands.step('c1', 'finish-and-call');
  answers[0]?.(yes);
  await Promise.resolve();
  await Promise.resolve();
  answers[1]?.(refuse({ code: 'NobodyWaiting' }));
  expect(await done).toBe('accepted');
  expect(commands.refusal.value).toBeNull();
});

test('calls nobody when the visit could not be finished', async () => {
  const { asked, answers, request } = office();
  const done = createCommands({ request }).step('c1', 'finish-and-call');
  answers[0]?.(refuse({ code: 'StorageUnavailable' }));
  expect(await done).toBe('refused');
  expect(asked).toHaveLength(1);
});

test('confirms a priority with the class that staff have checked', async () => {
  const { asked, answers, request } = office();
  const done = createCommands({ request }).confirmPriority('t1', 'regular');
  answers[0]?.(yes);
  expect(await done).toBe('accepted');
  expect(asked).toMatchObject([{ name: 'ticket:settle-class', payload: { ticketId: 't1', ticketClass: 'regular' } }]);
});
