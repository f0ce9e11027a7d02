import type { Agent } from 'node:http';
import { io, type Socket } from 'socket.io-client';
import * as v from 'valibot';
import {
  type Audience,
  type Audiences,
  PROTOCOL_VERSION,
  type Stamped,
  type ViewParts,
} from '../../shared/protocol/protocol.ts';
import type { Rejection, Result } from '../../shared/protocol/rejections.ts';
import { joinView } from '../../shared/protocol/view-parts.ts';
import { deskView } from '../../shared/protocol/views/desk.ts';
import { displayView } from '../../shared/protocol/views/hall.ts';
import { kioskView } from '../../shared/protocol/views/kiosk.ts';
import { phoneView } from '../../shared/protocol/views/phone.ts';
import { previewView } from '../../shared/protocol/views/printer.ts';
import { ratingView } from '../../shared/protocol/views/rating.ts';

type RequestsOf<A extends Audience> = Audiences[A]['requests'];
type PayloadOf<F> = F extends (payload: infer Payload, ack: never) => void ? Payload : never;
type ValueOf<F> = F extends (payload: never, ack: (result: Result<infer Value>) => void) => void ? Value : never;

export interface ScreenOptions {
  /** The token of a paired device. */
  token?: string;
  headers?: Record<string, string>;
  /** Replaces the handshake that a page of this version sends. */
  auth?: Record<string, unknown>;
  reconnection?: boolean;
  /** Connects from one of this machine's addresses (`socketFrom`). */
  agent?: Agent;
}

const VIEWS: Record<Audience, v.GenericSchema> = {
  kiosk: kioskView,
  display: displayView,
  desk: deskView,
  rating: ratingView,
  phone: phoneView,
  printer: previewView,
};

/** As if a proxy forwarded the connection: the server takes the screen for another machine on the LAN. */
export const FROM_LAN: ScreenOptions = { headers: { 'X-Forwarded-For': '192.168.1.20' } };

/** A real socket.io client in place of a page; it records all messages. */
export class Screen<A extends Audience> {
  readonly socket: Socket;
  /** The names of all messages in order, including those before a reconnection. */
  readonly messages: string[] = [];
  readonly hellos: { protocol: number; build: string }[] = [];
  readonly views: Stamped<Audiences[A]['view']>[] = [];
  readonly codes: string[] = [];
  readonly tokens: string[] = [];
  /** The reason of each disconnection. */
  readonly disconnects: string[] = [];
  readonly refusals: Error[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(address: string, audience: A, { token, headers, auth, agent, reconnection = false }: ScreenOptions = {}) {
    this.socket = io(`${address}/${audience}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection,
      reconnectionDelay: 20,
      reconnectionDelayMax: 100,
      extraHeaders: headers ?? {},
      // socket.io-client hands an agent of Node's http to its WebSocket, but its types say `string | boolean`.
      ...(agent && { agent: agent as never }),
      auth: auth ?? { protocol: PROTOCOL_VERSION, ...(token === undefined ? {} : { token }) },
    });
    this.#on('hello', (message: { protocol: number; build: string }) => this.hellos.push(message));
    let steady: ViewParts['steady'] = {};
    this.socket.on('steady', (parts: ViewParts['steady']) => {
      steady = { ...steady, ...parts };
    });
    this.#on('view', ({ view: moving, ...stamp }: Stamped<ViewParts['moving']>) => {
      const view = joinView<A>({ steady, moving });
      // Every view must agree with the schema of its audience, without additional fields.
      v.parse(VIEWS[audience], view);
      this.views.push({ ...stamp, view });
    });
    this.#on('alive', () => undefined);
    this.#on('pairing', ({ code }: { code: string }) => this.codes.push(code));
    this.#on('paired', ({ token: secret }: { token: string }) => this.tokens.push(secret));
    this.#on('disconnect', (reason: string) => this.disconnects.push(reason));
    this.#on('connect_error', (error: Error) => this.refusals.push(error));
    this.socket.onAny((name: string) => void this.messages.push(name));
  }

  /** The latest view. Throws before the first one. */
  get shown(): Audiences[A]['view'] {
    const last = this.views.at(-1);
    if (!last) throw new Error('nothing is shown yet');
    return last.view;
  }

  /** Waits for the first view with an index of at least `since` for which `fits` holds. */
  view(
    fits: (view: Audiences[A]['view']) => boolean = () => true,
    since = 0,
  ): Promise<Stamped<Audiences[A]['view']> & { index: number }> {
    return this.until(() => {
      const index = this.views.findIndex((message, position) => position >= since && fits(message.view));
      const found = this.views[index];
      return found && { ...found, index };
    });
  }

  ask<Name extends keyof RequestsOf<A> & string>(
    name: Name,
    payload: PayloadOf<RequestsOf<A>[Name]>,
  ): Promise<Result<ValueOf<RequestsOf<A>[Name]>>> {
    return this.socket.emitWithAck(name, payload);
  }

  /** Sends a request without type checks, also one that no page would send. */
  send(name: string, ...args: unknown[]): Promise<Result<unknown>> {
    return this.socket.emitWithAck(name, ...args);
  }

  /** Calls `look` now and after each message until it returns a value. */
  until<Value>(look: () => Value | null | undefined | false): Promise<Value> {
    return new Promise((resolve) => {
      const check = (): void => {
        const value = look();
        if (value === null || value === undefined || value === false) return;
        this.#waiting.delete(check);
        resolve(value);
      };
      this.#waiting.add(check);
      check();
    });
  }

  /** Waits until the server refuses the connection; returns the reason. */
  async refusal(): Promise<Rejection | undefined> {
    const error: Error & { data?: { rejection: Rejection } } = await this.until(() => this.refusals.at(-1));
    return error.data?.rejection;
  }

  close(): void {
    this.socket.close();
  }

  #on<Message>(name: string, keep: (message: Message) => void): void {
    this.socket.on(name, (message: Message) => {
      keep(message);
      for (const check of this.#waiting) check();
    });
  }
}

/** The server answered with a rejection, as opposed to a failed connection. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** The value of a successful request; throws `Refused` for a rejection. */
export function granted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Refused(JSON.stringify(result.rejection));
  return result.value;
}

let count = 0;
export function requestId(): string {
  count += 1;
  return `request-${count}`;
}
