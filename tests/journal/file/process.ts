import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export interface Dying {
  /** What it prints, line by line; ends when it is dead. */
  lines: AsyncIterable<string>;
  /** kill -9; resolves when it is dead. */
  kill(): Promise<void>;
}

export function startDying(folder: string, platform: NodeJS.Platform = process.platform): Dying {
  const program = fileURLToPath(new URL('dying-office.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder, platform], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => kill(child));
  return { lines: createInterface({ input: child.stdout }), kill: () => kill(child) };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const dead = once(child, 'exit');
  child.kill('SIGKILL');
  await dead;
}
