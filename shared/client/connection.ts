/** The only file of the pages that uses socket.io. A page gets signals to show and one function for its requests. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { Manager, type Socket } from 'socket.io-client';
import {
  type Audience,
  type Audiences,
  DEVICE_COOKIE,
  type Handshake,
  PROTOCOL_VERSION,
  type Request,
  type ServerEvents,
  type ViewParts,
} from '../protocol/protocol.ts';
import { type Rejection, type Result, refuse } from '../protocol/rejections.ts';
import { joinView } from '../protocol/view-parts.ts';
import type { EpochMs } from '../time.ts';
import { keepTime } from './clock.ts';

/** A request without an answer is given up after this time; it may have been carried out. */
const PATIENCE_MS = 20_000;
const RETRY_MS = 2_000;
/**
 * A connection that was begun while the network swallowed everything never answers: after `timeout` the next one is tried. With the
 * longest pause before a try (`reconnectionDelayMax` and a half), a page is back within 8 s of the network.
 */
const RECONNECTION = { transports: ['websocket'], reconnectionDelay: 500, reconnectionDelayMax: 2_000, timeout: 3_000 };
/** The server sends something every 5 s. Measured by the clock, because timers stop while a machine sleeps. */
const SILENCE_MS = 20_000;

type RequestsOf<A extends Audience> = Audiences[A]['requests'];
type PayloadOf<F> = F extends (payload: infer Payload, ack: never) => void ? Payload : never;
type ValueOf<F> = F extends (payload: never, ack: (result: Result<infer Value>) => void) => void ? Value : never;

/** socket.io's types cannot resolve a generic name; the type of `request` below holds callers to the protocol. */
type AnyRequest = Record<string, Request<unknown, never>>;

export type ConnectionState =
  | { kind: 'connecting' }
  | { kind: 'online' }
  /** The connection is lost; the last view stays on the screen. */
  | { kind: 'lost' }
  /** Waits for a supervisor to accept this code. */
  | { kind: 'pairing'; code: string }
  /** The server refuses this page, for example because nobody is signed in. */
  | { kind: 'refused'; rejection: Rejection };

export interface Connection<A extends Audience> {
  /** The latest view; null until the first one arrives. */
  view: Signal<Audiences[A]['view'] | null>;
  state: Signal<ConnectionState>;
  /** The time of the latest view by the office's clock, shown as "last update". */
  updatedAt: Signal<EpochMs | null>;
  /** The office's time: this machine's clock, corrected by the latest view. */
  now(): EpochMs;
  /** The same as a signal, which changes on each full second. */
  clock: ReadonlySignal<EpochMs>;
  /**
   * Sends a request and waits for the answer. Across a lost connection it sends the same payload (same `requestId`) again, so
   * that it is carried out once. After 20 s without an answer the rejection is `ConnectionLost` and the outcome is unknown.
   */
  request<Name extends keyof RequestsOf<A> & string>(
    name: Name,
    payload: PayloadOf<RequestsOf<A>[Name]>,
  ): Promise<Result<ValueOf<RequestsOf<A>[Name]>>>;
  close(): void;
}

/** Build id of this page, set by the build; `hello` brings the server's. */
declare const __BUILD__: string;

/** `asked` names what this page shows: a telephone its ticket, a TV its screen, a kiosk itself, a sign its counter. */
export function connect<A extends Audience>(
  audience: A,
  asked: Pick<Handshake, 'ticket' | 'screen' | 'kiosk' | 'counter'> = {},
): Connection<A> {
  const tokenKey = `den-luot-token-${audience}`;
  const socket: Socket<ServerEvents, AnyRequest> = new Manager(location.origin, RECONNECTION).socket(`/${audience}`, {
    auth: (send: (handshake: Handshake) => void) => {
      const token = localStorage.getItem(tokenKey);
      if (token !== null) sendByCookie(token);
      send({ protocol: PROTOCOL_VERSION, clock: Date.now(), ...(token === null ? {} : { token }), ...asked });
    },
  });
  const view = signal<Audiences[A]['view'] | null>(null);
  const state = signal<ConnectionState>({ kind: 'connecting' });
  const updatedAt = signal<EpochMs | null>(null);
  let version = -1;
  let steady: ViewParts['steady'] = {};
  let clockOffset = 0;
  const now = () => Date.now() + clockOffset;
  const clock = signal(now());
  const stopClock = keepTime(clock, now);
  const stopWatching = keepConnected(socket);

  socket.on('connect', () => {
    version = -1;
    steady = {};
  });
  socket.on('hello', ({ protocol, build }) => {
    if (protocol !== PROTOCOL_VERSION || build !== __BUILD__) reloadOnce(build);
  });
  const setTime = (at: EpochMs): void => {
    clockOffset = at - Date.now();
    clock.value = now();
    updatedAt.value = at;
  };
  socket.on('steady', (parts) => {
    steady = { ...steady, ...parts };
  });
  socket.on('view', (message) => {
    if (message.version < version) return;
    version = message.version;
    // First the time: what is new in the view may be new only for a moment.
    setTime(message.at);
    view.value = joinView<A>({ steady, moving: message.view });
    state.value = { kind: 'online' };
  });
  socket.on('alive', ({ at }) => setTime(at));
  socket.on('pairing', ({ code }) => {
    state.value = { kind: 'pairing', code };
  });
  socket.on('paired', ({ token }) => {
    localStorage.setItem(tokenKey, token);
    socket.disconnect().connect();
  });
  socket.on('disconnect', () => {
    state.value = view.value ? { kind: 'lost' } : { kind: 'connecting' };
  });
  socket.on('connect_error', (error: Error & { data?: { rejection?: Rejection } }) => {
    if (error.data?.rejection) state.value = { kind: 'refused', rejection: error.data.rejection };
    else if (state.value.kind === 'online') state.value = { kind: 'lost' };
  });

  return {
    view,
    state,
    updatedAt,
    now,
    clock,
    request: (name, payload) => request(socket, name, payload),
    close() {
      stopWatching();
      stopClock();
      socket.close();
    },
  };
}

async function request(
  socket: Socket<ServerEvents, AnyRequest>,
  name: string,
  payload: unknown,
): Promise<Result<never>> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    try {
      // The server acknowledges every request with a Result; its schema is protocol.ts.
      return await socket.timeout(RETRY_MS).emitWithAck(name, payload);
    } catch {
      // No answer in time (socket.io rejects for no other reason here): sends the request again with the same id.
    }
  }
  return refuse({ code: 'ConnectionLost' });
}

/** Elements such as `<audio>` load addresses without our headers: the server recognises this device by a cookie. */
function sendByCookie(token: string): void {
  for (const path of ['/voice', '/notices']) {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store exists only on https, and not in the browsers of TVs
    document.cookie = `${DEVICE_COOKIE}=${token}; path=${path}; SameSite=Strict`;
  }
}

/**
 * Reconnects where socket.io does not. After a sleep of the machine the old connection is dead, but looks alive. And when the
 * server ends or refuses a connection, socket.io does not try again: a page that was disconnected (session over, device
 * revoked) tries at once, a refused one every 20 s, because set-up may have changed or the user signed in in another window.
 */
function keepConnected(socket: Socket): () => void {
  let lastMessageAt = Date.now();
  const onMessage = (): void => {
    lastMessageAt = Date.now();
  };
  const reconnectIfSilent = (): void => {
    if ((!socket.connected && socket.active) || Date.now() - lastMessageAt <= SILENCE_MS) return;
    socket.disconnect().connect();
    onMessage();
  };
  socket.on('connect', onMessage);
  socket.on('disconnect', () => {
    lastMessageAt = 0;
  });
  socket.onAny(onMessage);
  socket.io.on('ping', onMessage);
  document.addEventListener('visibilitychange', reconnectIfSilent);
  const timer = setInterval(reconnectIfSilent, RETRY_MS);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', reconnectIfSilent);
  };
}

/** Loads the page of a new build, but only once per build: a wrong build id must not cause endless reloads. */
function reloadOnce(build: string): void {
  if (sessionStorage.getItem('den-luot-reloaded-for') === build) return;
  sessionStorage.setItem('den-luot-reloaded-for', build);
  location.reload();
}

/** A new id for one press of a button. Not `crypto.randomUUID`, which exists only on https and localhost. */
export function newRequestId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
