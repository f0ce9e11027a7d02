/** What the socket of every screen and telephone has in common: a greeting, answers to requests, and views in order. */
import type { Socket } from 'socket.io';
import { PROTOCOL_VERSION, type ServerEvents, type Stamped } from '../../../shared/protocol/protocol.ts';
import type { Rejection, Result } from '../../../shared/protocol/rejections.ts';
import type { EpochMs } from '../../../shared/time.ts';
import type { SocketDependencies } from './dependencies.ts';
import { type Handlers, handle } from './request.ts';

/** What comes in is untyped until its handler has parsed it. */
export type Requests = Record<string, (...args: unknown[]) => void>;

/** `who` is asked anew for each request: a session ends, a device is revoked. */
export function openSession<Who>(
  socket: Pick<Socket<Requests, ServerEvents<unknown>>, 'emit' | 'onAny'>,
  handlers: Handlers<Who>,
  who: () => Result<Who>,
  { build, log }: Pick<SocketDependencies, 'build' | 'log'>,
): void {
  socket.onAny((name: string, ...args: unknown[]) => void handle(handlers, who(), name, args, log));
  socket.emit('hello', { protocol: PROTOCOL_VERSION, build });
}

/** Numbers the views of one audience, so that a screen drops one that arrives late. */
export class Stamp {
  #version = 0;

  on<View>(view: View, at: EpochMs): Stamped<View> {
    this.#version += 1;
    return { at, version: this.#version, view };
  }
}

/** How socket.io says to a client why it may not connect. */
export function refusal(rejection: Rejection): Error & { data: { rejection: Rejection } } {
  return Object.assign(new Error(rejection.code), { data: { rejection } });
}
