import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../../build/prepare.mjs';
import { BUILT } from '../browser/built-pages.ts';
import { findChromium } from '../chromium.mjs';
import { temporaryFolder } from '../folder.ts';
import { openOffice } from '../server/office.ts';

/** A server whose answers are as bare as possible; `page` resolves when a browser loads the TV's page. */
function bareServer() {
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>TV</title>');
    if (request.url === '/display') server.emit('page');
  });
  return { server, page: () => once(server, 'page') };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function childrenOf(process: ChildProcess): Promise<number[]> {
  const list = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
  return list.trim().split(' ').map(Number);
}

it('the start script of a screen waits for the server, and starts the browser again when it has ended', async () => {
  const { server, page } = bareServer();
  const port = await listen(server, 0);
  server.close();
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const script = spawn('sh', [join(ROOT, 'build/screen.sh'), `http://127.0.0.1:${port}/display`, ...flags], {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, HOME: await temporaryFolder(), BROWSER: findChromium() ?? '' },
  });
  onTestFinished(async () => {
    const ended = once(script, 'exit');
    script.kill('SIGTERM');
    await ended;
    server.closeAllConnections();
    server.close();
  });

  const loaded = page();
  await listen(server, port);
  await loaded;
  const again = page();
  for (const browser of await childrenOf(script)) process.kill(browser, 'SIGKILL');
  await again;
});

it('the server gives the start script to machines that show its pages', async () => {
  const office = await openOffice(BUILT);
  const answer = await fetch(`${office.address}/screen.sh`);
  expect(await answer.text()).toBe(await readFile(join(ROOT, 'build/screen.sh'), 'utf8'));
});
