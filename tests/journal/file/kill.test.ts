import { expect, test } from 'vitest';
import { temporaryFolder } from '../../folder.ts';
import { DAY, journalIn } from '../events.ts';
import { startAppending } from './process.ts';

const ROUNDS = 5;

test('has every acknowledged event once and in order, and no half command, after the process was killed several times', async () => {
  const folder = await temporaryFolder();
  const acknowledged = new Set<number>();
  for (let round = 1; round <= ROUNDS; round++) {
    const { lines, kill } = startAppending(folder);
    // In the middle of a write, at another place in each round.
    let wanted = round * 137;
    for await (const line of lines) {
      const [what, seq] = line.split(' ');
      if (what !== 'acknowledged') continue;
      acknowledged.add(Number(seq));
      wanted -= 1;
      if (wanted === 0) void kill();
    }
    const found = (await journalIn(folder, { log: () => undefined }).read(DAY)).map(({ seq }) => seq);
    // A write that was cut short may leave a gap.
    const all = new Set(found);
    expect(found).toEqual([...all].sort((one, other) => one - other));
    expect([...acknowledged].filter((seq) => !all.has(seq))).toEqual([]);
    // An event whose number is divisible by three has a second event in the same command.
    expect(found.filter((seq) => seq % 3 === 0 && !all.has(seq + 1))).toEqual([]);
  }
}, 30_000);
