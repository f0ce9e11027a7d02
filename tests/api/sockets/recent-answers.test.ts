import { describe, expect, it } from 'vitest';
import { RecentAnswers } from '../../../server/api/sockets/recent-answers.ts';
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';

const yes = accept(null);
const no = refuse({ code: 'UserNameTaken' });

function answers() {
  // Not 0, which the cache takes for "no time".
  const time = { elapsed: 1 };
  const recent = new RecentAnswers(() => time.elapsed);
  const carriedOut: string[] = [];
  const ask = (requestId: string, { by = 'admin', name = 'staff:add', answer = yes as Result<null> } = {}) =>
    recent.once(by, requestId, name, async () => {
      carriedOut.push(requestId);
      return answer;
    });
  return { time, carriedOut, ask };
}

describe('a request about set-up', () => {
  it('that comes again while it is carried out, or afterwards, gets the first answer', async () => {
    const { ask, carriedOut } = answers();
    expect(await Promise.all([ask('request-1'), ask('request-1')])).toEqual([yes, yes]);
    expect(await ask('request-1', { answer: no })).toEqual(yes);
    expect(carriedOut).toEqual(['request-1']);
  });

  it('that was refused or failed is judged anew', async () => {
    const { ask, carriedOut } = answers();
    expect(await ask('request-1', { answer: no })).toEqual(no);
    expect(await ask('request-1')).toEqual(yes);
    const recent = new RecentAnswers();
    await expect(
      recent.once('admin', 'request-2', 'staff:add', () => Promise.reject(new Error('a bug'))),
    ).rejects.toThrow();
    expect(await recent.once('admin', 'request-2', 'staff:add', async () => yes)).toEqual(yes);
    expect(carriedOut).toHaveLength(2);
  });

  it('is refused when its id was used for another request, but not when somebody else used the id', async () => {
    const { ask, carriedOut } = answers();
    await ask('request-1');
    expect(await ask('request-1', { name: 'staff:remove' })).toEqual(refuse({ code: 'RequestIdReused' }));
    expect(await ask('request-1', { by: 'lan' })).toEqual(yes);
    expect(carriedOut).toHaveLength(2);
  });

  it('is forgotten after ten minutes, and behind a thousand newer ones', async () => {
    const { ask, carriedOut, time } = answers();
    await ask('request-1');
    time.elapsed += 600_001;
    await ask('request-1');
    for (let count = 0; count < 1_000; count += 1) await ask(`newer-${count}`);
    await ask('request-1');
    expect(carriedOut.filter((id) => id === 'request-1')).toHaveLength(3);
  });
});
