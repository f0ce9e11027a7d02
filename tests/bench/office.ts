/** The built server in a process of its own, as an office runs it, and its screens. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { io, type Socket } from 'socket.io-client';
import type { Audience, Audiences, ServerEvents } from '../../shared/protocol/protocol.ts';
import { benchOffice } from './bench-office.ts';
import { boundServer } from './processors.ts';

export type Screen<A extends Audience> = Socket<ServerEvents, Audiences[A]['requests']>;

const PASSWORD = randomUUID();

export class RunningOffice {
  readonly address: string;
  readonly #stop: () => Promise<void>;
  readonly #screens: Socket[] = [];

  constructor(address: string, stop: () => Promise<void>) {
    this.address = address;
    this.#stop = stop;
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

  /** The headers of the first supervisor's session. */
  async signIn(): Promise<{ cookie: string }> {
    const answer = await fetch(`${this.address}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'admin', password: PASSWORD }),
    });
    return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
  }

  async stop(): Promise<void> {
    for (const screen of this.#screens) screen.disconnect();
    await this.#stop();
  }
}

export async function startOffice(dataFolder: string): Promise<RunningOffice> {
  // The office has no burst rule, because one kiosk issues all tickets.
  await mkdir(join(dataFolder, 'setup'), { recursive: true });
  await writeFile(join(dataFolder, 'setup/office.json'), JSON.stringify({ version: 1, data: benchOffice }));
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataFolder, FIRST_PASSWORD: PASSWORD };
  const [command, ...args] = boundServer([process.execPath, 'dist/server/main.js']);
  const server = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = async (): Promise<void> => {
    if (server.exitCode !== null || !server.kill()) return;
    await once(server, 'exit');
  };
  for await (const line of createInterface(server.stdout)) {
    const address = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (address) return new RunningOffice(address, stop);
  }
  throw new Error('The server ended before it gave an address.');
}
