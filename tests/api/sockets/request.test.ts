import { expect, it } from 'vitest';
import { handle } from '../../../server/api/sockets/request.ts';
import { accept, type Result } from '../../../shared/protocol/rejections.ts';

it('answers with an internal error when a handler throws, so that the page does not repeat its request forever', async () => {
  const broken = new Error('a bug');
  const reports: unknown[] = [];
  const answers: Result<unknown>[] = [];
  const handlers = new Map([['break', () => Promise.reject(broken)]]);
  const acknowledge = (result: Result<unknown>) => answers.push(result);
  await handle(handlers, accept(null), 'break', [{}, acknowledge], ({ error }) => reports.push(error));
  expect(answers).toEqual([{ ok: false, rejection: { code: 'InternalError' } }]);
  expect(reports).toEqual([broken]);
});
