/** What the sockets of all screens and telephones have in common: the first message, request handling, and numbered views. */
import type { BroadcastOperator, Socket } from 'socket.io';
import {
  type Audience,
  type Audiences,
  PROTOCOL_VERSION,
  type ServerEvents,
} from '../../../shared/protocol/protocol.ts';
import type { Rejection, Result } from '../../../shared/protocol/rejections.ts';
import { splitView } from '../../../shared/protocol/view-parts.ts';
import type { EpochMs } from '../../../shared/time.ts';
import type { SocketDependencies } from './dependencies.ts';
import { type Handlers, handle } from './request.ts';

/** Requests are untyped until their handler has parsed them. */
export type Requests = Record<string, (...args: unknown[]) => void>;

/** `authorize` is called for each request, because sessions end and devices are revoked while a socket is connected. */
export function openSession<Caller>(
  socket: Pick<Socket<Requests, ServerEvents>, 'emit' | 'onAny'>,
  handlers: Handlers<Caller>,
  authorize: () => Result<Caller>,
  { build, log }: Pick<SocketDependencies, 'build' | 'log'>,
): void {
  socket.onAny((name: string, ...args: unknown[]) => void handle(handlers, authorize(), name, args, log));
  socket.emit('hello', { protocol: PROTOCOL_VERSION, build });
}

/** The serialized parts of the view that all sockets of one group have; empty where they may differ. */
export interface Shown {
  /** By the name of the field. */
  steady: Map<string, string>;
  moving: string;
}

export const nothingShown = (): Shown => ({ steady: new Map(), moving: '' });

type Receiver = Pick<Socket<Requests, ServerEvents>, 'emit'> | Pick<BroadcastOperator<ServerEvents, unknown>, 'emit'>;

/** Sends the views of one audience, numbered, so that a screen can drop a view that arrives after a newer one. */
export class ViewSender<A extends Audience> {
  readonly #audience: A;
  #version = 0;

  constructor(audience: A) {
    this.#audience = audience;
  }

  /** Sends what is not `shown` yet, and notes it there. False when the whole view is shown already. */
  send(to: Receiver, view: Audiences[A]['view'], at: EpochMs, shown: Shown): boolean {
    const parts = splitView(this.#audience, view);
    const moving = JSON.stringify(parts.moving);
    const steady = Object.entries(parts.steady).filter(([name, field]) => {
      const serialized = JSON.stringify(field);
      if (serialized === shown.steady.get(name)) return false;
      shown.steady.set(name, serialized);
      return true;
    });
    if (steady.length === 0 && moving === shown.moving) return false;
    if (steady.length > 0) to.emit('steady', Object.fromEntries(steady));
    shown.moving = moving;
    this.#version += 1;
    to.emit('view', { at, version: this.#version, view: parts.moving });
    return true;
  }

  /** Sends the whole view to a socket that has joined a group. If others there show another view, the next one is sent to all. */
  sendFirst(to: Receiver, view: Audiences[A]['view'], at: EpochMs, shown: Shown, isAlone: boolean): void {
    const first = nothingShown();
    this.send(to, view, at, first);
    if (isAlone) Object.assign(shown, first);
    for (const [name, field] of first.steady) if (field !== shown.steady.get(name)) shown.steady.delete(name);
    if (first.moving !== shown.moving) shown.moving = '';
  }
}

/** The error by which socket.io middleware refuses a connection; the client receives its `data`. */
export function refusal(rejection: Rejection): Error & { data: { rejection: Rejection } } {
  return Object.assign(new Error(rejection.code), { data: { rejection } });
}
