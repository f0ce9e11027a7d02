/** Identifies the sender of a request, for sockets and REST alike: is it our own page, and which member of staff or device is it? */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { parse } from 'hono/utils/cookie';
import { DEVICE_COOKIE } from '../../shared/protocol/protocol.ts';
import type { DeviceKind } from '../../shared/protocol/views/common.ts';
import type { Actor } from '../queue/commands.ts';
import type { Device } from '../setup/accounts/devices.ts';
import type { StaffMember } from '../setup/accounts/staff.ts';
import type { Accounts } from '../setup/setup.ts';

export const SESSION_COOKIE = 'den-luot-session';

/** The parts of a request that identify its sender; an `IncomingMessage` has them. */
export interface IncomingRequest {
  headers: IncomingMessage['headers'];
  /** Undefined when the connection is closed already. */
  socket: { remoteAddress?: string | undefined; localAddress?: string | undefined };
}

export interface Identity {
  staff: StaffMember | null;
  /** A paired screen, `local` for one on the server's own machine, null for any other. */
  device: Device | 'local' | null;
}

/**
 * `token` is a device's secret as a socket sends it in its handshake. REST sends it as `Authorization: Bearer`. The media
 * elements of a page can send only cookies, so the page also sets a cookie, limited to the paths of media.
 */
export function identify(
  request: IncomingRequest,
  { sessions, devices }: Accounts,
  token = bearerToken(request) ?? cookie(request, DEVICE_COOKIE),
): Identity {
  const session = sessionToken(request);
  const paired = token === null ? null : devices.authenticate(token);
  return {
    staff: session === null ? null : sessions.authenticate(session),
    device: paired ?? (isSameMachine(request) ? 'local' : null),
  };
}

/** The actor of a request that only a screen of this kind may send; null for every other sender. */
export function deviceActor({ device }: Identity, kind: DeviceKind): Actor | null {
  if (device === 'local') return { kind: 'device', id: 'local' };
  return device?.kind === kind ? { kind: 'device', id: device.id } : null;
}

/** The papers of the preview printer are shown to staff and on the server's own machine, where the product is tried out. */
export function maySeePapers({ staff, device }: Identity): boolean {
  return staff !== null || device === 'local';
}

export function staffActor({ id, name, role }: StaffMember): Actor {
  return { kind: 'staff', id, name, role };
}

/**
 * False for a request that a browser sends on behalf of a page of another origin (CSRF), whatever its method. Programs other
 * than browsers send neither `Origin` nor `Sec-Fetch-Site`; for them only the token counts.
 */
export function isSameOrigin({ headers }: IncomingRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin, host } = headers;
  if (origin === undefined) return true;
  // Behind an HTTPS proxy the scheme differs, the host does not. A sandboxed page sends `Origin: null`.
  const own = urlOf(`http://${host}`);
  const other = urlOf(origin);
  return own !== null && other !== null && hostAndPort(other, other.protocol) === hostAndPort(own, other.protocol);
}

/**
 * True for a program on the server's own machine. The Host must be `localhost` or an IP address: a page of the internet whose
 * name resolves to this machine (DNS rebinding) sends its own name. A forwarded request comes from another machine.
 */
export function isSameMachine({ headers, socket }: IncomingRequest): boolean {
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined);
  const remote = plainAddress(socket.remoteAddress);
  if (forwarded || remote === null) return false;
  const isLocal = isLoopback(remote) || remote === plainAddress(socket.localAddress);
  return isLocal && isOwnName(headers.host);
}

/** `address` as `addressOf` gives it. */
export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}

/** The sender's address as text; an IPv4-mapped IPv6 address is given as IPv4. */
export function addressOf({ socket }: IncomingRequest): string {
  return plainAddress(socket.remoteAddress) ?? 'unknown';
}

/**
 * The address to count a sender's tries under. Behind a proxy on the server's own machine it is the one that the proxy has
 * added last; from any other machine `X-Forwarded-For` is ignored, because everybody can send one.
 */
export function countedAddress(request: IncomingRequest): string {
  const address = addressOf(request);
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return isLoopback(address) && forwarded && isIP(forwarded) !== 0 ? forwarded : address;
}

/** The mark that the sender's browser keeps from an earlier sign-in with this user name. */
export function browserMarkOf(request: IncomingRequest, userName: string): string | null {
  return cookie(request, browserCookie(userName));
}

/** A cookie for each user name: several clerks may share a browser. */
export function browserCookie(userName: string): string {
  return `den-luot-known-${userName}`;
}

export function sessionToken(request: IncomingRequest): string | null {
  return cookie(request, SESSION_COOKIE);
}

function cookie({ headers }: IncomingRequest, name: string): string | null {
  return parse(headers.cookie ?? '', name)[name] || null;
}

function bearerToken({ headers }: IncomingRequest): string | null {
  return /^Bearer ([\w-]{1,128})$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

function plainAddress(address: string | undefined): string | null {
  return address === undefined ? null : address.replace(/^::ffff:(?=\d+\.)/i, '');
}

function isOwnName(host: string | undefined): boolean {
  const name = host === undefined ? undefined : urlOf(`http://${host}`)?.hostname;
  return name !== undefined && (name === 'localhost' || isIP(name.replace(/^\[|\]$/g, '')) !== 0);
}

/** `protocol` is the browser's: a Host without a port means the default port of that protocol. */
function hostAndPort({ hostname, port }: URL, protocol: string): string {
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
