import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import type { LogEntry } from '../../../server/log.ts';
import { DrawingThread, DrawingUnavailable } from '../../../server/print/drawing/drawing-thread.ts';
import { drawPaper } from '../../../server/print/drawing/layout.ts';
import { temporaryFolder } from '../../folder.ts';
import { slip, ticket } from './papers.ts';

const LONGEST = 20_000;
const BITMAP = '{ width: 8, height: 1, rows: new Uint8Array(1) }';

/** A thread that runs this script instead of the real one. `onPaper` handles one request; `count` says how many papers it got in all runs. */
async function threadWith(onPaper: string, longest = LONGEST) {
  const folder = await temporaryFolder();
  const script = join(folder, 'worker.mjs');
  const code = `
    import { appendFileSync, readFileSync } from 'node:fs';
    import { parentPort } from 'node:worker_threads';
    parentPort.postMessage('ready');
    parentPort.on('message', ({ id, paper }) => {
      appendFileSync(${JSON.stringify(join(folder, 'papers'))}, '.');
      const count = readFileSync(${JSON.stringify(join(folder, 'papers'))}).length;
      ${onPaper}
      parentPort.postMessage({ id, bitmap: ${BITMAP} });
    });`;
  await writeFile(script, code);
  return started(pathToFileURL(script), longest);
}

function started(worker?: URL, longest?: number) {
  const logged: LogEntry[] = [];
  const thread = new DrawingThread((entry) => void logged.push(entry), worker, longest);
  onTestFinished(() => thread.stop());
  return { thread, draw: thread.draw, logged };
}

it('draws the same dots as the same call in this thread, also when it is asked for several papers at once', async () => {
  const { draw, logged } = started();
  const again = { ...ticket, reprint: true };
  expect(await Promise.all([draw(ticket, 80), draw(slip, 58), draw(again, 80)])).toEqual([
    drawPaper(ticket, 80),
    drawPaper(slip, 58),
    drawPaper(again, 80),
  ]);
  expect(await draw(ticket, 80)).toEqual(drawPaper(ticket, 80));
  expect(logged).toEqual([]);
});

it('rejects a paper that cannot be drawn and draws the next one in the same thread', async () => {
  const { draw, logged } = started();
  const broken = { ...ticket, code: 'x'.repeat(5_000) };
  await expect(draw(broken, 80)).rejects.toThrow(/./);
  await expect(draw(broken, 80)).rejects.not.toBeInstanceOf(DrawingUnavailable);
  expect(await draw(ticket, 58)).toEqual(drawPaper(ticket, 58));
  expect(logged).toEqual([]);
});

it('is started again after a crash and then draws the paper', async () => {
  const { draw, logged } = await threadWith('if (count === 1) process.exit(1);');
  expect((await draw(ticket, 80)).width).toBe(8);
  expect(logged.map(({ code }) => code)).toEqual(['drawing-thread-ended']);
});

it('gives up a paper that ends it twice, and draws the next one', async () => {
  const { draw, logged } = await threadWith("if (paper.number === 'bad') throw new Error('boom');");
  const failed = draw({ ...ticket, number: 'bad' }, 80);
  await expect(failed).rejects.toThrow('boom');
  await expect(failed).rejects.not.toBeInstanceOf(DrawingUnavailable);
  expect((await draw(ticket, 80)).width).toBe(8);
  expect(logged).toHaveLength(2);
});

it('is ended when it hangs, and started again for the paper', async () => {
  const { draw, logged } = await threadWith('if (count === 1) for (;;);', 3_000);
  expect((await draw(ticket, 80)).width).toBe(8);
  expect(logged).toHaveLength(1);
});

it('says that no paper can be drawn when it does not start, and starts when it can', async () => {
  const script = join(await temporaryFolder(), 'worker.mjs');
  const { draw } = started(pathToFileURL(script));
  await expect(draw(ticket, 80)).rejects.toBeInstanceOf(DrawingUnavailable);
  await writeFile(
    script,
    `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ id }) => parentPort.postMessage({ id, bitmap: ${BITMAP} }));`,
  );
  expect((await draw(ticket, 80)).width).toBe(8);
});

it('ends with the server, also while it draws', async () => {
  const { thread, draw, logged } = await threadWith('for (;;);');
  const drawing = draw(ticket, 80);
  await Promise.all([expect(drawing).rejects.toThrow(), thread.stop()]);
  await expect(draw(ticket, 80)).rejects.toBeInstanceOf(DrawingUnavailable);
  expect(logged).toEqual([]);
});
