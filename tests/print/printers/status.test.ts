import { describe, expect, it } from 'vitest';
import { ReplyReader, readHealth } from '../../../server/print/printers/status.ts';
import { COVER_OPEN, CUTTER_STUCK, HEALTHY, PAPER_LOW, PAPER_OUT } from './printer-emulator.ts';

describe('readHealth', () => {
  it.each([
    ['ok', HEALTHY],
    ['paper-low', PAPER_LOW],
    ['paper-out', PAPER_OUT],
    ['cover-open', COVER_OPEN],
    ['error', CUTTER_STUCK],
    ['error', [0x1a, 0x12, 0x12, 0x12] as const],
    ['paper-out', [0x12, 0x12, 0x12, 0x72] as const],
  ])('returns %s for the replies %j', (health, replies) => {
    expect(readHealth(replies)).toBe(health);
  });
});

describe('ReplyReader', () => {
  it('separates status replies from acknowledgements', () => {
    expect(new ReplyReader().read(Uint8Array.of(0x16, 0x00, 0x7e))).toEqual([
      { kind: 'status', byte: 0x16 },
      { kind: 'acknowledgement', byte: 0x00 },
      { kind: 'status', byte: 0x7e },
    ]);
  });

  it('skips automatic status frames, even when they arrive in chunks', () => {
    const reader = new ReplyReader();
    expect(reader.read(Uint8Array.of(0x10, 0x00))).toEqual([]);
    expect(reader.read(Uint8Array.of(0x00, 0x0f, 0x00))).toEqual([{ kind: 'acknowledgement', byte: 0x00 }]);
  });

  it('ignores flow-control bytes', () => {
    expect(new ReplyReader().read(Uint8Array.of(0x11, 0x13))).toEqual([]);
  });
});
