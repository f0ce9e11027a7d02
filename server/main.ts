/** Reads the environment, starts, stops cleanly; nothing else. */
import { join, resolve } from 'node:path';
import { greeting } from './greeting.ts';
import { lanAddresses } from './own-address.ts';
import { type RunningServer, start } from './server.ts';

/** Set by the build; under `npm run dev`, which does not build the server, vite hands its own id over. */
declare const __BUILD__: string | undefined;

const { env } = process;
// An empty variable is one that nobody set, as `docker compose` and systemd hand them over.
const host = env.HOST || '0.0.0.0';
const wantedPort = env.PORT || '8080';
const root = resolve(import.meta.dirname, '../..');

try {
  const server = await start({
    port: portOf(wantedPort),
    host,
    dataFolder: resolve(env.DATA_DIR || join(root, 'data')),
    pages: join(root, 'dist/pages'),
    build: typeof __BUILD__ === 'string' ? __BUILD__ : (env.DEV_BUILD ?? ''),
    firstPassword: env.FIRST_PASSWORD,
    report,
  });
  console.log(greeting({ host, lanAddresses: lanAddresses(), ...server }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave(server));
} catch (error) {
  console.error(`\n${explain(error)}\n`);
  process.exitCode = 1;
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`PORT phải là số từ 0 đến 65535, không phải "${text}". / PORT must be 0 to 65535, not "${text}".`);
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') {
    return `Cổng này đã có chương trình khác dùng; hãy đặt PORT khác. / Another program uses this port; set another PORT. (${wantedPort})`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'EACCES') {
    return `Không mở được địa chỉ ${host}:${wantedPort}. / Cannot listen on ${host}:${wantedPort}. (${code})`;
  }
  return error instanceof Error
    ? error.name === 'Error'
      ? (error.stack ?? error.message)
      : error.message
    : String(error);
}

function report(problem: unknown): void {
  const text = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  console.error(`${new Date().toISOString()} ${text}`);
}

async function leave(server: RunningServer): Promise<void> {
  await server.stop();
  process.exit(0);
}
