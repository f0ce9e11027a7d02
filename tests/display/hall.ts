/** A fake office: the built pages of the displays and their socket, with views that a test makes. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { Server } from 'socket.io';
import { build } from 'vite';
import { pageAt } from '../../shared/protocol/pages.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/protocol.ts';
import { splitView } from '../../shared/protocol/view-parts.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PAGES = ['display/lobby', 'display/counter'];
const BUILD = 'test-build';
/** The content policy of the real server: a page may load only from its own server. */
const POLICY = "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self' ws:";
/** ms; a page whose clock leaps forward must not conclude that the server is gone. */
const LONG_TIMEOUT = 24 * 3_600_000;
/** ms; short, because a page whose clock runs fast expects a ping soon. */
const PING = 100;
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

export interface Hall {
  /** The address of the lobby TV; the signs of counters are at `/counter/…` below it. */
  address: string;
  /** Sends a view to every connected screen, and to each one that connects later. */
  show(view: DisplayView, at?: EpochMs): void;
  /** Sets the view for screens that connect later; connected screens receive nothing. */
  greet(view: DisplayView, at: EpochMs): void;
  /** Serves a file of a notice at this path; with `stalls` only its first half is ever sent. */
  serve(path: string, file: { type: string; bytes: Buffer; stalls?: boolean }): void;
  /** Treats all screens as unpaired from now on. */
  pair(code: string): void;
  /** Ends every connection and refuses new ones. */
  drop(): void;
  restore(): void;
  stop(): Promise<void>;
}

export async function openHall(): Promise<Hall> {
  const folder = await mkdtemp(join(tmpdir(), 'den-luot-hall-'));
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    define: { __BUILD__: JSON.stringify(BUILD) },
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: PAGES.map((page) => join(ROOT, page, 'index.html')) },
    },
  });
  const files = new Map<string, { type: string; bytes: Buffer; stalls?: boolean }>();
  const http = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://hall').pathname;
    const own = files.get(path);
    if (own) {
      response.setHeader('Content-Type', own.type);
      // The reply never ends, as over a broken network.
      if (own.stalls) response.write(own.bytes.subarray(0, own.bytes.length / 2));
      else response.end(own.bytes);
      return;
    }
    const page = pageAt(path);
    const file = join(folder, page ? `${page}/index.html` : path);
    try {
      const body = await readFile(file);
      response.setHeader('Content-Security-Policy', POLICY);
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  let open = true;
  const io = new Server(http, {
    transports: ['websocket'],
    pingInterval: PING,
    pingTimeout: LONG_TIMEOUT,
    allowRequest: (_request, decide) => decide(null, open),
  });
  const screens = io.of('/display');
  let version = 0;
  let greet = (_emit: (event: string, message: unknown) => void): void => undefined;
  screens.on('connection', (socket) => {
    socket.emit('hello', { protocol: PROTOCOL_VERSION, build: BUILD });
    greet((event, message) => socket.emit(event, message));
  });
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
  const { port } = http.address() as AddressInfo;
  const prepare = (view: DisplayView, at: EpochMs) => {
    version += 1;
    const { steady, moving } = splitView('display', view);
    const send = (emit: (event: string, message: unknown) => void): void => {
      emit('steady', steady);
      emit('view', { at, version, view: moving });
    };
    greet = send;
    return send;
  };
  return {
    address: `http://127.0.0.1:${port}/display`,
    show(view, at = Date.now()) {
      prepare(view, at)((event, message) => screens.emit(event, message));
    },
    greet(view, at) {
      prepare(view, at);
    },
    serve(path, file) {
      files.set(path, file);
    },
    pair(code) {
      greet = (emit) => emit('pairing', { code });
      screens.disconnectSockets(true);
    },
    drop() {
      open = false;
      screens.disconnectSockets(true);
    },
    restore() {
      open = true;
    },
    async stop() {
      await io.close();
      await rm(folder, { recursive: true });
    },
  };
}
