/** The program: reads the environment, starts the server and stops it on a signal. */
import { join, resolve } from 'node:path';
import type { LogEntry } from './log.ts';
import { logText, startFailure } from './process/error-message.ts';
import { greeting } from './process/greeting.ts';
import { lanAddresses } from './process/network-address.ts';
import { type RunningServer, start } from './server.ts';
import { SetupError } from './setup/problems.ts';

/** Set by the build. Under `npm run dev` the server is not built: vite passes its own id in DEV_BUILD. */
declare const __BUILD__: string | undefined;

const { env } = process;
// An empty variable counts as not set: docker compose and systemd may pass unset variables as empty ones.
const host = env.HOST || '0.0.0.0';
const wantedPort = env.PORT || '8080';
const root = resolve(import.meta.dirname, '../..');

// Whatever part creates a file: only this user may read it.
process.umask(0o077);

// A log that cannot be written, on a full disk for example, must not end the server.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

try {
  const server = await start({
    port: portOf(wantedPort),
    host,
    dataFolder: resolve(env.DATA_DIR || join(root, 'data')),
    pages: join(root, 'dist/pages'),
    build: typeof __BUILD__ === 'string' ? __BUILD__ : (env.DEV_BUILD ?? ''),
    firstPassword: env.FIRST_PASSWORD,
    log,
  });
  // Before the greeting: who has read it may already stop the server.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stopAndExit(server));
  console.log(greeting({ host, lanAddresses: lanAddresses(), ...server }));
} catch (error) {
  console.error(`\n${startFailure(error, { host, port: wantedPort })}\n`);
  process.exitCode = 1;
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new SetupError({
    vi: `PORT phải là số từ 0 đến 65535, không phải "${text}".`,
    en: `PORT must be 0 to 65535, not "${text}".`,
  });
}

function log(entry: LogEntry): void {
  console.error(`${new Date().toISOString()} ${entry.level} ${entry.code}: ${logText(entry)}`);
}

async function stopAndExit(server: RunningServer): Promise<void> {
  await server.stop();
  process.exit(0);
}
