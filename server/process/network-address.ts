/** Where the office is found from outside this machine. */
import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Of this machine on the LAN. */
export function lanAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
  );
}

export function listensOnAll(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

export function urlOf(host: string, port: number): string {
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

/** For a telephone on the LAN. Asked anew each time: a machine may get its address after the server has started. */
export function ownAddress(host: string, port: number): string {
  return urlOf(listensOnAll(host) ? (lanAddresses()[0] ?? 'localhost') : host, port);
}
