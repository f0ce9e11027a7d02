/** The addresses at which other machines reach the server. */
import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** The IPv4 addresses of this machine on the LAN. */
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

/** The server's URL for telephones on the LAN. Call it at each use: a machine may get its address after the server has started. */
export function ownAddress(host: string, port: number): string {
  return urlOf(listensOnAll(host) ? (lanAddresses()[0] ?? 'localhost') : host, port);
}
