/** Shuts the server down in order, completely and within seconds. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { DurationMs } from '../../shared/time.ts';
import { type Log, logError } from '../log.ts';

/** Time for running requests to end. Without a limit, a frozen TV or a half-sent request would keep its connection open forever. */
const GRACE: DurationMs = 1_000;

/** Wraps `close`, which waits for the last connection of `http`: connections that are still open after `GRACE` are destroyed. */
export function closeSoon(http: Server, close: () => Promise<void>): () => Promise<void> {
  const open = new Set<Socket>();
  http.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return async () => {
    const timer = setTimeout(() => {
      for (const socket of open) socket.destroy();
    }, GRACE);
    await close();
    clearTimeout(timer);
  };
}

/** Runs the steps that undo the start, the last one first. A step that fails is logged, and the others still run. */
export async function undoAll(steps: (() => unknown)[], log: Log): Promise<void> {
  for (let step = steps.pop(); step; step = steps.pop()) {
    try {
      await step();
    } catch (error) {
      logError(log)(error);
    }
  }
}
