import { expect, test } from 'vitest';
import { temporaryFolder } from '../../folder.ts';
import { DAY, journalIn } from '../events.ts';
import { startDying } from './process.ts';

const ROUNDS = 5;

test('every acknowledged event is found again, once and in order, however often the process is killed', async () => {
  const folder = await temporaryFolder();
  let acknowledged = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const { lines, kill } = startDying(folder);
    // Somewhere in the middle of a write, at another place each time.
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
    // The events of a number divisible by three had a companion in the same command.
    expect(found.length % 3).not.toBe(0);
  }
}, 30_000);
