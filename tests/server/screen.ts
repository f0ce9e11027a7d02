import { io, type Socket } from 'socket.io-client';
import * as v from 'valibot';
import { type Audience, type Audiences, PROTOCOL_VERSION, type Stamped } from '../../shared/protocol/protocol.ts';
import type { Rejection, Result } from '../../shared/protocol/rejections.ts';
import { deskView, displayView } from '../../shared/protocol/views/hall.ts';
import { kioskView } from '../../shared/protocol/views/kiosk.ts';
import { phoneView } from '../../shared/protocol/views/phone.ts';
import { previewView } from '../../shared/protocol/views/preview.ts';
import { ratingView } from '../../shared/protocol/views/rating.ts';

type RequestsOf<A extends Audience> = Audiences[A]['requests'];
type PayloadOf<F> = F extends (payload: infer Payload, ack: never) => void ? Payload : never;
type ValueOf<F> = F extends (payload: never, ack: (result: Result<infer Value>) => void) => void ? Value : never;

export interface ScreenOptions {
  /** Of a paired device. */
  token?: string;
  headers?: Record<string, string>;
  /** Instead of what a page of this version says in its handshake. */
  auth?: Record<string, unknown>;
  reconnection?: boolean;
}

const VIEWS: Record<Audience, v.GenericSchema> = {
  kiosk: kioskView,
  display: displayView,
  desk: deskView,
  rating: ratingView,
  phone: phoneView,
  printer: previewView,
};

/** As a proxy forwards it: the server takes the screen for one from the LAN. */
export const FROM_LAN: ScreenOptions = { headers: { 'X-Forwarded-For': '192.168.1.20' } };

/** A screen without a picture: a real socket.io client that remembers all it was told. */
export class Screen<A extends Audience> {
  readonly socket: Socket;
  /** Names of all messages in the order of their arrival, those of connections before this one too. */
  readonly heard: string[] = [];
  readonly hellos: { protocol: number; build: string }[] = [];
  readonly views: Stamped<Audiences[A]['view']>[] = [];
  readonly codes: string[] = [];
  readonly tokens: string[] = [];
  /** Why connections ended. */
  readonly ends: string[] = [];
  readonly refusals: Error[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(address: string, audience: A, { token, headers, auth, reconnection = false }: ScreenOptions = {}) {
    this.socket = io(`${address}/${audience}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection,
      reconnectionDelay: 20,
      reconnectionDelayMax: 100,
      extraHeaders: headers ?? {},
      auth: auth ?? { protocol: PROTOCOL_VERSION, ...(token === undefined ? {} : { token }) },
    });
    this.#on('hello', (message: { protocol: number; build: string }) => this.hellos.push(message));
    this.#on('view', (message: Stamped<Audiences[A]['view']>) => {
      // What the server sends is what the schema of this audience describes, no field more.
      v.parse(VIEWS[audience], message.view);
      this.views.push(message);
    });
    this.#on('pairing', ({ code }: { code: string }) => this.codes.push(code));
    this.#on('paired', ({ token: secret }: { token: string }) => this.tokens.push(secret));
    this.#on('disconnect', (reason: string) => this.ends.push(reason));
    this.#on('connect_error', (error: Error) => this.refusals.push(error));
    this.socket.onAny((name: string) => void this.heard.push(name));
  }

  /** The latest view; an error before the first. */
  get shown(): Audiences[A]['view'] {
    const last = this.views.at(-1);
    if (!last) throw new Error('nothing is shown yet');
    return last.view;
  }

  /** The first view, from the `since`th on, that is as described. */
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

  /** What no page of ours would send. */
  send(name: string, ...args: unknown[]): Promise<Result<unknown>> {
    return this.socket.emitWithAck(name, ...args);
  }

  /** Looks again after each message until there is something. */
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

  /** Why the server would not let this screen in. */
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

/** The server answered, and the answer is no. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** The value of a request that was carried out. */
export function granted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Refused(JSON.stringify(result.rejection));
  return result.value;
}

let made = 0;
export function requestId(): string {
  made += 1;
  return `request-${made}`;
}
