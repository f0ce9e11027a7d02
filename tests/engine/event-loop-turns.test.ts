import { expect, it } from 'vitest';
import { officeClock } from '../../server/engine/clock.ts';
import { startOfficeEngine } from '../../server/engine/office-engine.ts';
import { MemoryJournal } from '../../server/journal/memory-journal.ts';
import { communeOffice } from '../office.ts';

const TICK = 5_000;

it('answers a read before the next tick, however few turns of promises after the last answer it comes', async () => {
  const engine = await startOfficeEngine({
    journal: new MemoryJournal(),
    clock: officeClock(),
    office: communeOffice,
    log: () => undefined,
  });
  const began = performance.now();
  for (let turns = 0; turns < 12; turns += 1) {
    await engine.read(() => null);
    for (let turn = 0; turn < turns; turn += 1) await null;
    await engine.read(() => null);
  }
  expect(performance.now() - began).toBeLessThan(TICK / 2);
  await engine.stop();
});
