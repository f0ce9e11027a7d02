import { describe, expect, it } from 'vitest';
import { RecentAnswers } from '../../../server/api/sockets/recent-answers.ts';
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';

const yes = accept(null);
const no = refuse({ code: 'UserNameTaken' });

function answers() {
  // Not 0, which lru-cache takes for "no time set".
  const time = { elapsed: 1 };
  const recent = new RecentAnswers(() => time.elapsed);
  const carriedOut: string[] = [];
  const send = (requestId: string, { by = 'admin', name = 'staff:add', answer = yes as Result<null> } = {}) =>
    recent.once(by, requestId, name, async () => {
      carriedOut.push(requestId);
      return answer;
    });
  return { time, carriedOut, send };
}

describe('a repeated request about accounts', () => {
  it('gets the first answer, while the first request runs and afterwards', async () => {
    const { send, carriedOut } = answers();
    expect(await Promise.all([send('request-1'), send('request-1')])).toEqual([yes, yes]);
    expect(await send('request-1', { answer: no })).toEqual(yes);
    expect(carriedOut).toEqual(['request-1']);
  });

  it('is carried out again when the first was refused or failed', async () => {
    const { send, carriedOut } = answers();
    expect(await send('request-1', { answer: no })).toEqual(no);
    expect(await send('request-1')).toEqual(yes);
    const recent = new RecentAnswers();
    await expect(
      recent.once('admin', 'request-2', 'staff:add', () => Promise.reject(new Error('a bug'))),
    ).rejects.toThrow();
    expect(await recent.once('admin', 'request-2', 'staff:add', async () => yes)).toEqual(yes);
    expect(carriedOut).toHaveLength(2);
  });

  it('is refused when the same sender, but not when another sender, used its id for another request', async () => {
    const { send, carriedOut } = answers();
    await send('request-1');
    expect(await send('request-1', { name: 'staff:remove' })).toEqual(refuse({ code: 'RequestIdReused' }));
    expect(await send('request-1', { by: 'lan' })).toEqual(yes);
    expect(carriedOut).toHaveLength(2);
  });

  it('is carried out again after ten minutes, and after a thousand newer requests', async () => {
    const { send, carriedOut, time } = answers();
    await send('request-1');
    time.elapsed += 600_001;
    await send('request-1');
    for (let count = 0; count < 1_000; count += 1) await send(`newer-${count}`);
    await send('request-1');
    expect(carriedOut.filter((id) => id === 'request-1')).toHaveLength(3);
  });
});
