/** What one machine may take of the server's connections, so that the screens of the hall and everybody else still get in. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { addressOf, isLoopback } from './access.ts';

export interface CrowdRules {
  /** A screen has one connection, a browser a handful; but the telephones of a waiting room may share one address. */
  perAddress: number;
  /** Fewer than a process may have files open: the journal needs one at midnight. */
  total: number;
  /** A proxy on the server's own machine brings everybody's connections. */
  isOwn(address: string): boolean;
}

const RULES: CrowdRules = { perAddress: 500, total: 4_000, isOwn: isLoopback };

export function limitConnections(http: Server, { perAddress, total, isOwn }: CrowdRules = RULES): void {
  http.maxConnections = total;
  const open = new Map<string, number>();
  http.on('connection', (socket: Socket) => {
    const address = addressOf({ headers: {}, socket });
    if (isOwn(address)) return;
    const connections = open.get(address) ?? 0;
    if (connections >= perAddress) {
      socket.destroy();
      return;
    }
    open.set(address, connections + 1);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}
