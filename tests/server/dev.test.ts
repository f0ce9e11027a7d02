import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../../build/prepare.mjs';
import { writeOffice } from '../data-folder.ts';

const PAGES = [
  '/kiosk',
  '/kiosk/calibrate',
  '/rating',
  '/display',
  '/display/counter/1',
  '/t/0b8c',
  '/desk',
  '/printer',
];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

/** Runs `npm run dev`; resolves when both vite and the server listen. */
async function develop(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'den-luot-dev-'));
  await writeOffice(folder);
  const [pages, server] = [await freePort(), await freePort()];
  const flags = ['--port', String(pages), '--strictPort', '--host', '127.0.0.1'];
  const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, NODE_ENV: 'development', PORT: String(server), HOST: '127.0.0.1', DATA_DIR: folder },
  });
  onTestFinished(async () => {
    const ended = once(vite, 'exit');
    vite.kill('SIGINT');
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const expected = new Set([String(pages), `${server}/kiosk`]);
  for await (const line of createInterface({ input: vite.stdout })) {
    // Vite writes its port in bold.
    const plain = stripVTControlCharacters(line);
    for (const address of expected) if (plain.includes(`:${address}`)) expected.delete(address);
    if (expected.size === 0) break;
  }
  vite.stdout.resume();
  return `http://127.0.0.1:${pages}`;
}

it('serves every page at its production path under npm run dev, with its script and the requests to the server', async () => {
  const address = await develop();
  for (const page of PAGES) {
    const html = await (await fetch(address + page)).text();
    const script = /src="(\/\w[^"]+main\.tsx)"/.exec(html)?.[1];
    const code = await fetch(address + script);
    expect([page, script, code.status, code.headers.get('content-type')]).toEqual([
      page,
      expect.any(String),
      200,
      'text/javascript',
    ]);
  }
  for (const path of ['/healthz', '/api/v1/office', '/voice/help.wav?step=services&language=vi']) {
    expect([path, (await fetch(address + path)).status]).toEqual([path, 200]);
  }
}, 60_000);
