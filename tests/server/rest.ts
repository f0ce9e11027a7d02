import * as v from 'valibot';
import type { IssuedTicket } from '../../shared/protocol/views/ticket.ts';
import { issuedTicket } from '../../shared/protocol/views/ticket.ts';
import { Refused } from './screen.ts';

interface ServerAddress {
  /** The URL that a server listens on. */
  address: string;
}

export interface Account {
  username: string;
  password: string;
}

export function rest(
  { address }: ServerAddress,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${address}/api/v1${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

export async function issueByRest(office: ServerAddress, requestId: string, serviceId: string): Promise<IssuedTicket> {
  const answer = await rest(office, 'POST', '/tickets', { requestId, serviceId });
  const body: unknown = await answer.json();
  if (answer.status !== 201) throw new Refused(JSON.stringify(body));
  return v.parse(issuedTicket, body);
}

export async function cookieOf(office: ServerAddress, account: Account): Promise<{ cookie: string }> {
  const answer = await rest(office, 'POST', '/session', account);
  if (!answer.ok) throw new Refused(await answer.text());
  return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}
