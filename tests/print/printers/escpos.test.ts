import { describe, expect, it } from 'vitest';
import { encode, JobEncoder, withoutCommands } from '../../../server/print/printers/escpos.ts';

describe('withoutCommands', () => {
  it.each([0x04, 0x05, 0x14])('changes one dot of DLE %i inside a picture', (second) => {
    const rows = Uint8Array.of(0x10, second, 0x10, 0x10, second, 0x10);
    const safe = withoutCommands(rows);
    expect([...safe]).toEqual([0x18, second, 0x10, 0x18, second, 0x10]);
    expect(rows[0]).toBe(0x10);
  });

  it('leaves all other bytes unchanged', () => {
    const rows = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(withoutCommands(rows)).toEqual(rows);
  });
});

describe('encode', () => {
  it('splits a tall picture into bands of 128 rows that carry all of it', () => {
    const bytes = encode({ width: 8, height: 300, rows: new Uint8Array(300).fill(0xaa) });
    const heights: number[] = [];
    for (let at = bytes.indexOf('\x1dv0', 0, 'latin1'); at >= 0; at = bytes.indexOf('\x1dv0', at + 1, 'latin1')) {
      heights.push(bytes.readUInt16LE(at + 6));
    }
    expect(heights).toEqual([128, 128, 44]);
    expect(bytes.filter((byte) => byte === 0xaa)).toHaveLength(300);
  });

  it('resets the printer first and cuts partially last, so that the ticket hangs until it is taken', () => {
    const bytes = encode({ width: 8, height: 1, rows: Uint8Array.of(0xff) });
    expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0x1b, 0x40]));
    expect(bytes.subarray(-5)).toEqual(Buffer.from([0x1d, 0x56, 0x01, 0x1b, 0x40]));
  });

  it('encodes each sheet independently of earlier ones', () => {
    const bitmap = { width: 8, height: 1, rows: Uint8Array.of(0xff) };
    expect(encode(bitmap)).toEqual(encode(bitmap));
  });
});

describe('JobEncoder', () => {
  const bitmap = { width: 8, height: 1, rows: Uint8Array.of(0xff) };
  const BAND_OF_80_MM = 8 + 128 * 72;

  it('ends a possible incomplete picture before the first job, and after a job only when it is not known to be printed', () => {
    const encoder = new JobEncoder();
    const first = encoder.encode(bitmap);
    const prefix = first.subarray(0, -encode(bitmap).length);
    expect(first.subarray(prefix.length)).toEqual(encode(bitmap));
    expect(prefix.subarray(0, BAND_OF_80_MM)).toEqual(Buffer.alloc(BAND_OF_80_MM));
    expect(prefix.subarray(BAND_OF_80_MM, BAND_OF_80_MM + 2)).toEqual(Buffer.from([0x1b, 0x40]));
    expect(prefix.subarray(-5)).toEqual(Buffer.from([0x1d, 0x56, 0x00, 0x1b, 0x40]));
    encoder.printed();
    expect(encoder.encode(bitmap)).toEqual(encode(bitmap));
    expect(encoder.encode(bitmap)).toEqual(first);
  });
});
