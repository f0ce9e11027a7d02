/** Firefox, driven by WebDriver BiDi, which it speaks itself. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { WebSocket } from 'ws';
import { type Engine, pointOf, pressAt, type Screen, typing } from './engine.ts';

const PROGRAM = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);
/** ms; a browser that does not answer has hung. */
const PATIENCE = 30_000;

const answer = v.object({
  id: v.optional(v.nullable(v.number())),
  result: v.optional(v.unknown()),
  message: v.optional(v.string()),
});
const context = v.object({ context: v.string() });
const picture = v.object({ data: v.string() });
const evaluation = v.object({
  result: v.optional(v.object({ value: v.optional(v.string()) })),
  exceptionDetails: v.optional(v.object({ text: v.string() })),
});

/** One connection to the browser: each request waits for the answer with its id. */
class Connection {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answered: v.InferOutput<typeof answer>) => void>();
  #asked = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      const message = v.parse(answer, JSON.parse(String(data)));
      if (message.id) this.#waiting.get(message.id)?.(message);
    });
  }

  ask(method: string, params: object = {}): Promise<unknown> {
    this.#asked += 1;
    const id = this.#asked;
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Firefox does not answer ${method}.`)), PATIENCE);
      this.#waiting.set(id, ({ result, message }) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        if (result === undefined) reject(new Error(`${method}: ${message}`));
        else resolve(result);
      });
    });
  }

  close(): void {
    this.#socket.terminate();
  }
}

export class Firefox implements Engine {
  readonly name = 'Firefox';
  readonly install = 'apt-get install firefox-esr';
  #browser: ChildProcess | null = null;
  #connection: Promise<Connection> | null = null;
  #profile = '';

  isInstalled(): boolean {
    return PROGRAM !== undefined;
  }

  async open(width: number, height: number): Promise<Screen> {
    this.#connection ??= this.#start();
    const connection = await this.#connection;
    const created = await connection.ask('browsingContext.create', { type: 'window' });
    const screen = new FirefoxScreen(connection, v.parse(context, created).context);
    await screen.resize(width, height);
    return screen;
  }

  async close(): Promise<void> {
    (await this.#connection?.catch(() => null))?.close();
    if (this.#browser && this.#browser.exitCode === null) {
      const ended = once(this.#browser, 'exit');
      this.#browser.kill();
      await ended;
    }
    if (this.#profile) await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async #start(): Promise<Connection> {
    this.#profile = await mkdtemp(join(tmpdir(), 'den-luot-firefox-'));
    const flags = ['--headless', '--no-remote', '--profile', this.#profile, '--remote-debugging-port=0'];
    this.#browser = spawn(PROGRAM ?? '', flags, { stdio: ['ignore', 'ignore', 'pipe'] });
    const socket = new WebSocket(`${await addressIn(this.#browser)}/session`);
    await once(socket, 'open');
    const connection = new Connection(socket);
    await connection.ask('session.new', { capabilities: {} });
    return connection;
  }
}

async function addressIn({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error('Firefox has no output to read.');
  for await (const line of createInterface({ input: stderr })) {
    const address = /BiDi listening on (ws:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    // A full pipe would stop the browser.
    stderr.resume();
    return address;
  }
  throw new Error('Firefox ended before it listened.');
}

class FirefoxScreen implements Screen {
  readonly #connection: Connection;
  readonly #context: string;

  constructor(connection: Connection, context: string) {
    this.#connection = connection;
    this.#context = context;
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#ask('browsingContext.setViewport', { viewport: { width, height } });
  }

  async open(address: string): Promise<void> {
    await this.#ask('browsingContext.navigate', { url: address, wait: 'complete' });
  }

  async evaluate(expression: string): Promise<unknown> {
    const answered = await this.#connection.ask('script.evaluate', {
      // As JSON, because BiDi has a form of its own for each type.
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context: this.#context },
      awaitPromise: true,
    });
    const { result, exceptionDetails } = v.parse(evaluation, answered);
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result?.value === undefined ? undefined : JSON.parse(result.value);
  }

  async press(selector: string): Promise<void> {
    await this.#ask('input.performActions', { actions: pressAt(...(await pointOf(this, selector))) });
  }

  async type(text: string): Promise<void> {
    await this.#ask('input.performActions', { actions: typing(text) });
  }

  async picture(): Promise<Buffer> {
    const { data } = v.parse(picture, await this.#ask('browsingContext.captureScreenshot'));
    return Buffer.from(data, 'base64');
  }

  async close(): Promise<void> {
    await this.#ask('browsingContext.close');
  }

  #ask(method: string, params: object = {}): Promise<unknown> {
    return this.#connection.ask(method, { context: this.#context, ...params });
  }
}
