import { expect, test } from 'vitest';
import { temporaryFolder } from '../../folder.ts';
import { DAY, journalIn } from '../events.ts';
import { startAppending } from './process.ts';

const ROUNDS = 5;

test('has every acknowledged event once and in order after the process was killed several times', async () => {
  const folder = await temporaryFolder();
  let acknowledged = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const { lines, kill } = startAppending(folder);
    // In the middle of a write, at another place in each round.
    let wanted = round * 137;
    for await (const line of lines) {
      const [what, seq] = line.split(' ');
      if (what !== 'acknowledged') continue;
      acknowledged = Math.max(acknowledged, Number(seq));
      wanted -= 1;
      if (wanted === 0) void kill();
    }
    const found = await journalIn(folder, { log: () => undefined }).read(DAY);
    expect(found.map(({ seq }) => seq)).toEqual(found.map((_, index) => index + 1));
    expect(found.length).toBeGreaterThanOrEqual(acknowledged);
    // An event whose number is divisible by three has a second event in the same command.
    expect(found.length % 3).not.toBe(0);
  }
}, 30_000);
