/**
 * Server and screens on processors of their own, as on the machines of an office: on one, a screen that was written to is
 * woken only when the server sleeps. Where the system cannot bind a process, they share as they like.
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const SERVER = '0';
const SCREENS = '1';
const ALL = `0-${availableParallelism() - 1}`;

const canBind = availableParallelism() > 1 && spawnSync('taskset', ['-p', String(process.pid)]).status === 0;

/** The command line of a server on its own processor. */
export function boundServer(command: readonly [string, ...string[]]): [string, ...string[]] {
  return canBind ? ['taskset', '-c', SERVER, ...command] : [...command];
}

/** This process, with all its threads, is the screens' while `work` lasts. */
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
