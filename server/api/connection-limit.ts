/** Limits the connections of one machine, so that it cannot keep the hall's screens and other users from connecting. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { addressOf, isLoopback } from './access.ts';

export interface ConnectionLimits {
  /** A screen opens one connection, a browser a handful; but all telephones of a waiting hall may share one address (NAT). */
  perAddress: number;
  /** Below the process's limit of open files: the journal opens another file at midnight. */
  total: number;
  /** Addresses that `perAddress` does not apply to: a proxy on the server's own machine forwards the connections of all clients. */
  isExempt(address: string): boolean;
}

const LIMITS: ConnectionLimits = { perAddress: 500, total: 4_000, isExempt: isLoopback };

export function limitConnections(http: Server, { perAddress, total, isExempt }: ConnectionLimits = LIMITS): void {
  http.maxConnections = total;
  const open = new Map<string, number>();
  http.on('connection', (socket: Socket) => {
    const address = addressOf({ headers: {}, socket });
    if (isExempt(address)) return;
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
