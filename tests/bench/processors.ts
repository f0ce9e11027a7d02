/**
 * Runs server and screens on different processors, as on the different machines of an office: on one processor a screen would get its
 * data only when the server is idle. Does nothing where the system cannot bind a process to a processor.
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const SERVER = '0';
const SCREENS = '1';
const ALL = `0-${availableParallelism() - 1}`;

const canBind = availableParallelism() > 1 && spawnSync('taskset', ['-p', String(process.pid)]).status === 0;

/** The command line that runs a server on its own processor. */
export function boundServer(command: readonly [string, ...string[]]): [string, ...string[]] {
  return canBind ? ['taskset', '-c', SERVER, ...command] : [...command];
}

/** Runs `work` with this process, including all its threads, on the processor of the screens. */
export async function asScreens<Value>(work: () => Promise<Value>): Promise<Value> {
  bindSelf(SCREENS);
  try {
    return await work();
  } finally {
    bindSelf(ALL);
  }
}

function bindSelf(processors: string): void {
  if (canBind) spawnSync('taskset', ['-a', '-c', '-p', processors, String(process.pid)]);
}
