import { Agent, request } from 'node:http';
import type { RunningOffice } from './office.ts';

/** Sends a request from one of this machine's addresses, 127.0.0.1 to 127.255.255.254, as if each were a machine of its own. */
export function sendFrom(
  from: string,
  { address }: Pick<RunningOffice, 'address'>,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; cookies: string[] }> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      `${address}${path}`,
      {
        method: 'POST',
        localAddress: from,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers },
      },
      (response) => {
        response.resume();
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, cookies: response.headers['set-cookie'] ?? [] }),
        );
      },
    );
    sent.once('error', reject);
    sent.end(text);
  });
}

/** For a socket: connects it from that address. The Host of another machine keeps the server from taking it for its own. */
export function socketFrom(from: string): { agent: Agent; headers: Record<string, string> } {
  return {
    agent: new Agent({ localAddress: from } as ConstructorParameters<typeof Agent>[0]),
    headers: { host: 'tv' },
  };
}
