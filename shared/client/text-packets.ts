/**
 * The packets of socket.io as text, in place of socket.io-parser in the built pages: our messages have no binary parts, and so a quarter of
 * that library's code does. Format: https://socket.io/docs/v4/socket-io-protocol/#packet-encoding
 */
interface Packet {
  type: number;
  nsp: string;
  id?: number;
  data?: unknown;
}

export const protocol = 5;

export const PacketType = {
  CONNECT: 0,
  DISCONNECT: 1,
  EVENT: 2,
  ACK: 3,
  CONNECT_ERROR: 4,
  BINARY_EVENT: 5,
  BINARY_ACK: 6,
};

export class Encoder {
  encode({ type, nsp, id, data }: Packet): [string] {
    return [`${type}${nsp === '/' ? '' : `${nsp},`}${id ?? ''}${data == null ? '' : JSON.stringify(data)}`];
  }
}

const PACKET = /^([0-4])(?:(\/[^,]*),)?(\d*)([\s\S]*)$/;

type Listener = (packet: Packet) => void;

/** Has one listener, for the event `decoded`: that of the connection to the server. */
export class Decoder {
  // Only declared: a field with a value needs a helper for old browsers.
  declare listener: Listener | undefined;

  on(_event: string, listener: Listener): void {
    this.listener = listener;
  }

  off(): void {
    this.listener = undefined;
  }

  /** Throws for a text that is no packet; socket.io-client then ends the connection and begins a new one. */
  add(text: string): void {
    const [whole, type, nsp = '/', id, data] = PACKET.exec(text) ?? [];
    if (whole === undefined) throw new Error('This is no packet of socket.io.');
    const packet: Packet = { type: Number(type), nsp };
    if (id) packet.id = Number(id);
    if (data) packet.data = JSON.parse(data);
    this.listener?.(packet);
  }

  destroy(): void {
    this.off();
  }
}
