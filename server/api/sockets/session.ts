/** What the sockets of all screens and telephones have in common: the first message, request handling, and numbered views. */
import type { Socket } from 'socket.io';
import { PROTOCOL_VERSION, type ServerEvents, type Stamped } from '../../../shared/protocol/protocol.ts';
import type { Rejection, Result } from '../../../shared/protocol/rejections.ts';
import type { EpochMs } from '../../../shared/time.ts';
import type { SocketDependencies } from './dependencies.ts';
import { type Handlers, handle } from './request.ts';

/** Requests are untyped until their handler has parsed them. */
export type Requests = Record<string, (...args: unknown[]) => void>;

/** `authorize` is called for each request, because sessions end and devices are revoked while a socket is connected. */
export function openSession<Caller>(
  socket: Pick<Socket<Requests, ServerEvents<unknown>>, 'emit' | 'onAny'>,
  handlers: Handlers<Caller>,
  authorize: () => Result<Caller>,
  { build, log }: Pick<SocketDependencies, 'build' | 'log'>,
): void {
  socket.onAny((name: string, ...args: unknown[]) => void handle(handlers, authorize(), name, args, log));
  socket.emit('hello', { protocol: PROTOCOL_VERSION, build });
}

/** Numbers the views of one audience, so that a screen can drop a view that arrives after a newer one. */
export class Stamp {
  #version = 0;

  on<View>(view: View, at: EpochMs): Stamped<View> {
    this.#version += 1;
    return { at, version: this.#version, view };
  }
}

/** The error by which socket.io middleware refuses a connection; the client receives its `data`. */
export function refusal(rejection: Rejection): Error & { data: { rejection: Rejection } } {
  return Object.assign(new Error(rejection.code), { data: { rejection } });
}
