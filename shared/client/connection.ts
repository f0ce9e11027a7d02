/** The one file that knows socket.io in the browser: a page gets signals to show and one function to ask with. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { io, type Socket } from 'socket.io-client';
import {
  type Audience,
  type Audiences,
  DEVICE_COOKIE,
  type Handshake,
  PROTOCOL_VERSION,
  type Request,
  type ServerEvents,
} from '../protocol/protocol.ts';
import { type Rejection, type Result, refuse } from '../protocol/rejections.ts';
import type { EpochMs } from '../time.ts';
import { keepTime } from './clock.ts';

/** Given up after this time; the button may be pressed again with a new id only if the office said no. */
const PATIENCE_MS = 20_000;
const RETRY_MS = 2_000;
/** The server gives a sign of life every 5 s. Timers stand still while a machine sleeps, its clock does not. */
const SILENCE_MS = 20_000;

type RequestsOf<A extends Audience> = Audiences[A]['requests'];
type PayloadOf<F> = F extends (payload: infer Payload, ack: never) => void ? Payload : never;
type ValueOf<F> = F extends (payload: never, ack: (result: Result<infer Value>) => void) => void ? Value : never;

/** The compiler does not follow a name that is still open through socket.io's types; `request` below holds callers to the protocol. */
type AnyRequest = Record<string, Request<unknown, never>>;

export type ConnectionState =
  | { kind: 'connecting' }
  | { kind: 'online' }
  /** Was connected; the last view stays on the screen. */
  | { kind: 'lost' }
  /** Waits for a supervisor to accept this code. */
  | { kind: 'pairing'; code: string }
  /** The server will not talk to this page, e.g. nobody is signed in. */
  | { kind: 'refused'; rejection: Rejection };

export interface Connection<A extends Audience> {
  /** The latest whole view; null until the first one arrives. */
  view: Signal<Audiences[A]['view'] | null>;
  state: Signal<ConnectionState>;
  /** When the office last spoke, by the office's clock: "last update" on the TV. */
  updatedAt: Signal<EpochMs | null>;
  /** The office's clock: this machine's clock set right by the last message. */
  now(): EpochMs;
  /** The same as a signal for components, which changes on each full second. */
  clock: ReadonlySignal<EpochMs>;
  /**
   * Asks and waits for the answer. Across a lost connection the same payload (same `requestId`) is sent again, so an order
   * is carried out once; after 20 s without an answer the rejection is `ConnectionLost` and the outcome is unknown.
   */
  request<Name extends keyof RequestsOf<A> & string>(
    name: Name,
    payload: PayloadOf<RequestsOf<A>[Name]>,
  ): Promise<Result<ValueOf<RequestsOf<A>[Name]>>>;
  close(): void;
}

/** Build id of this page, set by the build; `hello` brings the server's. */
declare const __BUILD__: string;

/** `asked` says what of the audience this page is: a telephone names its ticket, a TV its screen, a sign its counter. */
export function connect<A extends Audience>(
  audience: A,
  asked: Pick<Handshake, 'ticket' | 'screen' | 'counter'> = {},
): Connection<A> {
  const tokenKey = `den-luot-token-${audience}`;
  const socket: Socket<ServerEvents<Audiences[A]['view']>, AnyRequest> = io(`/${audience}`, {
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 3_000,
    auth: (send: (handshake: Handshake) => void) => {
      const token = localStorage.getItem(tokenKey);
      if (token !== null) lendToElements(token);
      send({
        protocol: PROTOCOL_VERSION,
        ...(token === null ? {} : { token }),
        ...asked,
      });
    },
  });
  const view = signal<Audiences[A]['view'] | null>(null);
  const state = signal<ConnectionState>({ kind: 'connecting' });
  const updatedAt = signal<EpochMs | null>(null);
  let version = -1;
  let clockOffset = 0;
  const now = () => Date.now() + clockOffset;
  const clock = signal(now());
  const stopClock = keepTime(clock, now);
  const unwatch = wakeUp(socket);

  socket.on('connect', () => {
    version = -1;
  });
  socket.on('hello', ({ protocol, build }) => {
    if (protocol !== PROTOCOL_VERSION || build !== __BUILD__) reloadOnce(build);
  });
  socket.on('view', (message) => {
    if (message.version < version) return;
    version = message.version;
    clockOffset = message.at - Date.now();
    clock.value = now();
    updatedAt.value = message.at;
    view.value = message.view;
    state.value = { kind: 'online' };
  });
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
    async request(name, payload) {
      const deadline = Date.now() + PATIENCE_MS;
      while (Date.now() < deadline) {
        try {
          // The server acknowledges every request with a Result; its schema is protocol.ts.
          return await socket.timeout(RETRY_MS).emitWithAck(name, payload);
        } catch {
          // No answer in time (socket.io's only rejection here): the connection may be down, so ask again with the same id.
        }
      }
      return refuse({ code: 'ConnectionLost' });
    },
    close() {
      unwatch();
      stopClock();
      socket.close();
    },
  };
}

/** What an element loads by its address, such as a sound, carries no header of ours, only a cookie. */
function lendToElements(token: string): void {
  for (const path of ['/voice', '/notices']) {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store exists only on https, and not in the browsers of TVs
    document.cookie = `${DEVICE_COOKIE}=${token}; path=${path}; SameSite=Strict`;
  }
}

/**
 * After a sleep the old connection is dead and does not know it, while the screen shows what was true long ago. And where the
 * server itself turned a screen away, socket.io stays away for ever. Whoever was put out (session over, device revoked) knocks
 * again at once, whoever was refused now and then: set-up may know this TV again, somebody may have signed in elsewhere.
 */
function wakeUp(socket: Socket): () => void {
  let heardAt = Date.now();
  const hear = (): void => {
    heardAt = Date.now();
  };
  const look = (): void => {
    if ((!socket.connected && socket.active) || Date.now() - heardAt <= SILENCE_MS) return;
    socket.disconnect().connect();
    hear();
  };
  socket.on('connect', hear);
  socket.on('disconnect', () => {
    heardAt = 0;
  });
  socket.onAny(hear);
  socket.io.on('ping', hear);
  document.addEventListener('visibilitychange', look);
  const timer = setInterval(look, RETRY_MS);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
}

/** An old page after an update loads the new one, but only once per build: a wrong build id must not reload for ever. */
function reloadOnce(build: string): void {
  if (sessionStorage.getItem('den-luot-reloaded-for') === build) return;
  sessionStorage.setItem('den-luot-reloaded-for', build);
  location.reload();
}

/** A fresh id for one press of a button. `crypto.randomUUID` exists only on https and localhost. */
export function newRequestId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
