/** How the server ends: in order, completely, and within seconds. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { DurationMs } from '../../shared/time.ts';
import { type Log, logError } from '../log.ts';

/** A request under way may end in this time; a frozen TV never closes its connection, a half-sent request never ends. */
const GRACE: DurationMs = 1_000;

/** `close` waits for the last connection of `http`; what is still open after a while is cut off. */
export function closeSoon(http: Server, close: () => Promise<void>): () => Promise<void> {
  const open = new Set<Socket>();
  http.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return async () => {
    const cutOff = setTimeout(() => {
      for (const socket of open) socket.destroy();
    }, GRACE);
    await close();
    clearTimeout(cutOff);
  };
}

/** Undoes what was started, the last first. A step that fails is logged; the others follow all the same. */
export async function undoAll(steps: (() => unknown)[], log: Log): Promise<void> {
  for (let step = steps.pop(); step; step = steps.pop()) {
    try {
      await step();
    } catch (error) {
      logError(log)(error);
    }
  }
}
