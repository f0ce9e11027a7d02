import fc from 'fast-check';
import * as library from 'socket.io-parser';
import { describe, expect, it } from 'vitest';
import { Decoder, Encoder } from '../../shared/client/text-packets.ts';

const nsp = fc.constantFrom('/', '/display', '/rating');
const id = fc.nat();
const anything = fc.jsonValue({ maxDepth: 3 });
const { CONNECT, DISCONNECT, EVENT, ACK, CONNECT_ERROR } = library.PacketType;
const packets = fc.oneof(
  fc.record(
    { type: fc.constant(CONNECT), nsp, data: fc.dictionary(fc.string(), anything) },
    { requiredKeys: ['type', 'nsp'] },
  ),
  fc.record({ type: fc.constant(DISCONNECT), nsp }),
  fc.record(
    { type: fc.constant(EVENT), nsp, id, data: fc.array(anything).map((rest) => ['view', ...rest]) },
    { requiredKeys: ['type', 'nsp', 'data'] },
  ),
  fc.record({ type: fc.constant(ACK), nsp, id: fc.nat(), data: fc.array(anything) }),
  fc.record({ type: fc.constant(CONNECT_ERROR), nsp, data: fc.record({ message: fc.string(), data: anything }) }),
);

function decoded(decoder: Decoder | library.Decoder, text: string): unknown {
  let found: unknown;
  decoder.on('decoded', (packet: object) => {
    found = JSON.parse(JSON.stringify(packet));
  });
  decoder.add(text);
  return found;
}

describe('the packets of the built pages', () => {
  it('are written as socket.io writes them', () => {
    fc.assert(
      fc.property(packets, (packet) => {
        expect(new Encoder().encode(packet)).toEqual(new library.Encoder().encode(packet));
      }),
    );
  });

  it('are read as socket.io reads them', () => {
    fc.assert(
      fc.property(packets, (packet) => {
        const [text = ''] = new library.Encoder().encode(packet).map(String);
        expect(decoded(new Decoder(), text)).toEqual(decoded(new library.Decoder(), text));
      }),
    );
  });

  it.each(['', 'x', '9["view"]', '2["view"'])('are refused when the text is "%s"', (text) => {
    expect(() => decoded(new Decoder(), text)).toThrow();
  });
});
