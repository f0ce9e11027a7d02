/** Limits the connections of one machine, so that it cannot keep the hall's screens and other users from connecting. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { LRUCache } from 'lru-cache';
import { FairPlaces } from '../setup/accounts/fair-places.ts';
import { addressOf, isLoopback } from './access.ts';

export interface ConnectionLimits {
  /** A screen opens one connection, a browser a handful; but all telephones of a waiting hall may share one address (NAT). */
  perAddress: number;
  /** Below the process's limit of open files: the journal opens another file at midnight. */
  total: number;
  /** Addresses that `perAddress` does not apply to: a proxy on the server's own machine forwards the connections of all clients. */
  isExempt(address: string): boolean;
}

/** Connections of paired screens and signed-in staff, which keep their places. */
export interface TrustedConnections {
  /** The sender is known: this connection cannot be displaced any more, and its address comes first from now on. */
  trust(socket: Socket): void;
  /** Whether a connection of this address was trusted since the start. */
  knows(address: string): boolean;
}

const LIMITS: ConnectionLimits = { perAddress: 500, total: 4_000, isExempt: isLoopback };
/** Connections that are refused or displaced, and not yet closed. */
const CLOSING = 100;
const KNOWN_ADDRESSES = 2_000;

/** When all places are taken, a new sender gets the place of the one who has most (`FairPlaces`). */
export function limitConnections(
  http: Server,
  { perAddress, total, isExempt }: ConnectionLimits = LIMITS,
): TrustedConnections {
  http.maxConnections = total + CLOSING;
  const places = new FairPlaces<Socket>({ perAddress, total });
  const addresses = new WeakMap<Socket, string>();
  const known = new LRUCache<string, true>({ max: KNOWN_ADDRESSES });
  http.on('connection', (socket: Socket) => {
    const address = addressOf({ headers: {}, socket });
    const entered = places.enter(address, socket, { known: known.has(address), unlimited: isExempt(address) });
    if (!entered.entered) {
      socket.destroy();
      return;
    }
    entered.displaced?.destroy();
    addresses.set(socket, address);
    socket.once('close', () => places.leave(address, socket));
  });
  return {
    trust(socket) {
      const address = addresses.get(socket);
      if (address === undefined) return;
      places.keep(address, socket);
      // A proxy's address says nothing about the sender.
      if (!isExempt(address)) known.set(address, true);
    },
    knows: (address) => known.has(address),
  };
}
