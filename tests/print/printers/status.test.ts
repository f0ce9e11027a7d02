import { describe, expect, it } from 'vitest';
import { ReplyReader, readStatus } from '../../../server/print/printers/status.ts';
import { COVER_OPEN, CUTTER_STUCK, PAPER_LOW, PAPER_OUT, WELL } from './printer-emulator.ts';

describe('readStatus', () => {
  it.each([
    ['ok', WELL],
    ['paper-low', PAPER_LOW],
    ['paper-out', PAPER_OUT],
    ['cover-open', COVER_OPEN],
    ['error', CUTTER_STUCK],
    ['error', [0x1a, 0x12, 0x12, 0x12] as const],
    ['paper-out', [0x12, 0x12, 0x12, 0x72] as const],
  ])('says %s for %j', (health, answers) => {
    expect(readStatus(answers)).toBe(health);
  });
});

describe('ReplyReader', () => {
  it('tells answers to questions from acknowledgements', () => {
    expect(new ReplyReader().read(Uint8Array.of(0x16, 0x00, 0x7e))).toEqual([
      { kind: 'status', byte: 0x16 },
      { kind: 'acknowledgement', byte: 0x00 },
      { kind: 'status', byte: 0x7e },
    ]);
  });

  it('skips automatic status frames, also when they come in pieces', () => {
    const reader = new ReplyReader();
    expect(reader.read(Uint8Array.of(0x10, 0x00))).toEqual([]);
    expect(reader.read(Uint8Array.of(0x00, 0x0f, 0x00))).toEqual([{ kind: 'acknowledgement', byte: 0x00 }]);
  });

  it('hears nothing in flow-control bytes', () => {
    expect(new ReplyReader().read(Uint8Array.of(0x11, 0x13))).toEqual([]);
  });
});
