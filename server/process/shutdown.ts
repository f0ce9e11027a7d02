/** How the server ends: in order, completely, and within seconds. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { DurationMs } from '../../shared/time.ts';

/** A request under way may end in this time; a frozen TV never says goodbye, a half-sent request never ends. */
const PATIENCE: DurationMs = 1_000;

/** `close` waits for the last connection of `http`; what is still open after a while is cut off. */
export function closeSoon(http: Server, close: () => Promise<void>): () => Promise<void> {
  const open = new Set<Socket>();
  http.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return async () => {
    const impatience = setTimeout(() => {
      for (const socket of open) socket.destroy();
    }, PATIENCE);
    await close();
    clearTimeout(impatience);
  };
}

/** Takes back what was started, the last first. Trouble with one step is reported; the others get their turn all the same. */
export async function takeBack(steps: (() => unknown)[], report: (problem: unknown) => void): Promise<void> {
  for (let step = steps.pop(); step; step = steps.pop()) {
    try {
      await step();
    } catch (error) {
      report(error);
    }
  }
}
