import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export interface AppendingProcess {
  /** The output line by line; ends with the process. */
  lines: AsyncIterable<string>;
  /** Sends SIGKILL; resolves when the process has ended. */
  kill(): Promise<void>;
}

/** Starts a process that locks the folder and appends events until it is killed. */
export function startAppending(folder: string, platform: NodeJS.Platform = process.platform): AppendingProcess {
  const program = fileURLToPath(new URL('appending-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder, platform], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => kill(child));
  return { lines: createInterface({ input: child.stdout }), kill: () => kill(child) };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
