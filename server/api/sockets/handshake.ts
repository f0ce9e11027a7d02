/** What a screen sends when it connects. */
import type { Socket } from 'socket.io';
import * as v from 'valibot';
import type { Handshake } from '../../../shared/protocol/protocol.ts';
import type { IncomingRequest } from '../access.ts';

/** The fields of the handshake that screens use. */
export type HandshakeFields = Pick<Handshake, 'token' | 'screen' | 'kiosk' | 'counter' | 'clock'>;

const short = v.exactOptional(v.pipe(v.string(), v.maxLength(128)));
const handshake = v.object({
  token: short,
  screen: short,
  kiosk: short,
  counter: short,
  // Any number at all: a clock that makes no sense agrees with no other.
  clock: v.exactOptional(v.number()),
}) satisfies v.GenericSchema<unknown, HandshakeFields>;

/** No fields when the handshake is malformed. */
export function fieldsOf(socket: Pick<Socket, 'handshake'>): HandshakeFields {
  const auth = v.safeParse(handshake, socket.handshake.auth);
  return auth.success ? auth.output : {};
}

export function requestOf(socket: Pick<Socket, 'request'>): IncomingRequest {
  return { headers: socket.request.headers, socket: socket.request.socket };
}
