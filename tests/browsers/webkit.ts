/** WebKitGTK's MiniBrowser, driven by WebKitWebDriver. A driver has one session, so each screen has a driver of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { type Engine, pointOf, pressAt, type Screen, typing } from './engine.ts';
import { freePort } from './free-port.ts';

const DRIVER = '/usr/bin/WebKitWebDriver';
const DISPLAY_SERVER = '/usr/bin/Xvfb';
/** Debian puts MiniBrowser beside the libraries of each processor, in a folder with the version of its interface. */
const LIBRARIES = '/usr/lib';
/** ms; a driver that does not answer has hung. */
const PATIENCE = 30_000;

const session = v.object({ sessionId: v.string() });
const text = v.string();
const reply = v.object({ value: v.unknown() });
const failure = v.object({ error: v.string(), message: v.string() });

function miniBrowser(): string | undefined {
  return foldersIn(LIBRARIES, /-linux-/)
    .flatMap((folder) => foldersIn(folder, /^webkit2?gtk-/))
    .map((folder) => join(folder, 'MiniBrowser'))
    .findLast(existsSync);
}

function foldersIn(folder: string, pattern: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name));
}

export class WebKit implements Engine {
  readonly name = 'WebKit';
  readonly install = 'apt-get install webkit2gtk-driver xvfb';
  readonly #started: ChildProcess[] = [];
  #display: Promise<string> | null = null;

  isInstalled(): boolean {
    const hasDisplay = process.env.DISPLAY !== undefined || existsSync(DISPLAY_SERVER);
    return existsSync(DRIVER) && miniBrowser() !== undefined && hasDisplay;
  }

  async open(width: number, height: number): Promise<Screen> {
    this.#display ??= this.#openDisplay();
    const port = await freePort();
    const driver = spawn(DRIVER, [`--port=${port}`], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: await this.#display },
    });
    this.#started.push(driver);
    const base = `http://127.0.0.1:${port}`;
    await untilReady(base);
    const options = { binary: miniBrowser(), args: ['--automation'] };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    const { sessionId } = v.parse(session, await ask(`${base}/session`, 'POST', { capabilities }));
    const screen = new WebKitScreen(`${base}/session/${sessionId}`);
    await screen.resize(width, height);
    return screen;
  }

  async close(): Promise<void> {
    for (const started of this.#started.toReversed()) {
      if (started.exitCode !== null) continue;
      const ended = once(started, 'exit');
      started.kill();
      await ended;
    }
  }

  /** The display of this machine, or one in memory. */
  async #openDisplay(): Promise<string> {
    if (process.env.DISPLAY !== undefined) return process.env.DISPLAY;
    const display = spawn(DISPLAY_SERVER, ['-displayfd', '1', '-screen', '0', '1920x1920x24'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.#started.push(display);
    for await (const number of createInterface({ input: display.stdout })) return `:${number}`;
    throw new Error('Xvfb opened no display.');
  }
}

class WebKitScreen implements Screen {
  readonly #session: string;

  constructor(session: string) {
    this.#session = session;
  }

  /** A window is larger than its page by the bars of the browser. */
  async resize(width: number, height: number): Promise<void> {
    const rect = (of: object) => this.#post('/window/rect', { x: 0, y: 0, ...of });
    await rect({ width, height });
    const [inside, under] = v.parse(
      v.tuple([v.number(), v.number()]),
      await this.evaluate('[innerWidth, innerHeight]'),
    );
    await rect({ width: 2 * width - inside, height: 2 * height - under });
  }

  async open(address: string): Promise<void> {
    await this.#post('/url', { url: address });
  }

  evaluate(expression: string): Promise<unknown> {
    return this.#post('/execute/sync', { script: `return (async () => (${expression}))();`, args: [] });
  }

  async press(selector: string): Promise<void> {
    await this.#post('/actions', { actions: pressAt(...(await pointOf(this, selector))) });
  }

  async type(typed: string): Promise<void> {
    await this.#post('/actions', { actions: typing(typed) });
  }

  async picture(): Promise<Buffer> {
    return Buffer.from(v.parse(text, await ask(`${this.#session}/screenshot`, 'GET')), 'base64');
  }

  async close(): Promise<void> {
    await ask(this.#session, 'DELETE');
  }

  #post(path: string, body: object): Promise<unknown> {
    return ask(this.#session + path, 'POST', body);
  }
}

async function untilReady(base: string): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      await ask(`${base}/status`, 'GET');
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function ask(url: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(PATIENCE),
    ...(body && { body: JSON.stringify(body) }),
  });
  const { value } = v.parse(reply, await response.json());
  const failed = v.safeParse(failure, value);
  if (failed.success) throw new Error(`${failed.output.error}: ${failed.output.message}`);
  return value;
}
