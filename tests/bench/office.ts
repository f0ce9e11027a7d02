/** The built server in a process of its own, as an office runs it, and its screens. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { io, type Socket } from 'socket.io-client';
import type { Office } from '../../shared/office/office.ts';
import type { Audience, Audiences, ServerEvents } from '../../shared/protocol/protocol.ts';
import { benchOffice } from './bench-office.ts';
import { boundServer } from './processors.ts';

export type Screen<A extends Audience> = Socket<ServerEvents, Audiences[A]['requests']>;

const PASSWORD = randomUUID();

export class RunningOffice {
  readonly address: string;
  readonly #server: ChildProcess;
  readonly #screens: Socket[] = [];

  constructor(address: string, server: ChildProcess) {
    this.address = address;
    this.#server = server;
  }

  /** The probe in a server that was started with it. */
  probe(): Probe {
    const server = this.#server;
    return {
      async ask(message) {
        const answered = once(server, 'message');
        server.send(message);
        return (await answered)[0];
      },
    };
  }

  /** Resolves when the screen has its first view. */
  async screen<A extends Audience>(audience: A, headers: Record<string, string> = {}): Promise<Screen<A>> {
    const socket: Screen<Audience> = io(`${this.address}/${audience}`, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: headers,
    });
    this.#screens.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('view', () => resolve());
      socket.once('connect_error', reject);
    });
    return socket as unknown as Screen<A>;
  }

  /** Issues a ticket by REST and returns its id. */
  async issue(serviceId: string): Promise<string> {
    const answer = await fetch(`${this.address}/api/v1/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requestId: randomUUID(), serviceId }),
    });
    const body: { id: string } = await answer.json();
    if (!answer.ok) throw new Error(`A ticket was refused: ${JSON.stringify(body)}`);
    return body.id;
  }

  /** The headers of a session, without arguments that of the first supervisor. */
  async signIn(username = 'admin', password = PASSWORD): Promise<{ cookie: string }> {
    const answer = await fetch(`${this.address}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
  }

  async stop(): Promise<void> {
    for (const screen of this.#screens) screen.disconnect();
    const server = this.#server;
    if (server.exitCode !== null || !server.kill()) return;
    await once(server, 'exit');
  }
}

/** `longest` and `processor` in milliseconds; see `loop-probe.mjs`. */
export interface Probe {
  ask(message: 'watch' | 'rest'): Promise<{ longest: number; processor: number }>;
}

interface Starting {
  /** The server has a probe, and may use all processors, because its threads are measured. */
  probed?: boolean;
  office?: Partial<Office>;
}

export async function startOffice(
  dataFolder: string,
  { probed = false, office = {} }: Starting = {},
): Promise<RunningOffice> {
  // The office has no burst rule, because one kiosk issues all tickets.
  await mkdir(join(dataFolder, 'setup'), { recursive: true });
  await writeFile(
    join(dataFolder, 'setup/office.json'),
    JSON.stringify({ version: 1, data: { ...benchOffice, ...office } }),
  );
  const env = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataFolder, FIRST_PASSWORD: PASSWORD };
  const main = 'dist/server/main.js';
  return probed ? startProbed(main, { env }) : started(boundServer([process.execPath, main]), env);
}

/** A server in any file that prints its address. */
export function startProbed(
  file: string,
  { args = [], env = {} }: { args?: string[]; env?: Record<string, string> } = {},
) {
  const probe = ['--import', pathToFileURL(resolve('tests/bench/loop-probe.mjs')).href];
  return started([process.execPath, ...probe, file, ...args], env, ['ipc']);
}

async function started(
  [command, ...args]: [string, ...string[]],
  env: Record<string, string>,
  channel: 'ipc'[] = [],
): Promise<RunningOffice> {
  const server = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', ...channel],
  });
  if (!server.stdout) throw new Error('The server has no output.');
  for await (const line of createInterface(server.stdout)) {
    const address = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (address) return new RunningOffice(address, server);
  }
  throw new Error('The server ended before it gave an address.');
}
