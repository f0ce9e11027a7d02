import { describe, expect, it } from 'vitest';
import { joinClips } from '../../server/voice/join.ts';
import { readWav, SAMPLE_RATE, writeWav } from '../../server/voice/wav.ts';

const clip = (length: number, sample = 1000) => {
  const samples = Buffer.alloc(length * 2);
  for (let index = 0; index < length; index++) samples.writeInt16LE(sample, index * 2);
  return samples;
};
const ms = (samples: Buffer) => (samples.length / 2 / SAMPLE_RATE) * 1000;

describe('joined clips', () => {
  it('have 20 ms between words and 220 ms between phrases', () => {
    const tenth = clip(SAMPLE_RATE / 10);
    expect(ms(joinClips([[tenth]]))).toBe(100);
    expect(ms(joinClips([[tenth, tenth]]))).toBe(220);
    expect(ms(joinClips([[tenth, tenth], [tenth]]))).toBe(540);
  });

  it('keep each clip whole and in order, with silence between', () => {
    const joined = joinClips([[clip(3, 100)], [clip(2, -200)]]);
    const samples = Array.from({ length: joined.length / 2 }, (_, index) => joined.readInt16LE(index * 2));
    expect(samples.filter((sample) => sample !== 0)).toEqual([100, 100, 100, -200, -200]);
    expect(samples.indexOf(-200)).toBe(3 + 0.22 * SAMPLE_RATE);
  });
});

describe('a WAV file', () => {
  /** A file as other programs write it: any format, other chunks before the sound. */
  function foreign({ code = 1, channels = 1, rate = SAMPLE_RATE, bits = 16, size = 8, before = '' } = {}): Buffer {
    const format = Buffer.alloc(24);
    format.write('fmt ', 0, 'latin1');
    format.writeUInt32LE(16, 4);
    format.writeUInt16LE(code, 8);
    format.writeUInt16LE(channels, 10);
    format.writeUInt32LE(rate, 12);
    format.writeUInt16LE(bits, 22);
    const data = Buffer.alloc(16);
    data.write('data', 0, 'latin1');
    data.writeUInt32LE(size, 4);
    data.writeInt16LE(77, 8);
    return Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'), Buffer.from(before, 'latin1'), format, data]);
  }

  it('gives back the samples that were written', () => {
    const samples = clip(500);
    expect(readWav(writeWav(samples))).toEqual(samples);
  });

  it('is read past chunks of other programs, also of odd length, and with a size that was never filled in', () => {
    for (const file of [
      foreign({ before: 'LIST\x04\0\0\0INFO' }),
      foreign({ before: 'note\x03\0\0\0abc\0' }),
      foreign({ size: 0xffff_ffff }),
    ]) {
      const samples = readWav(file);
      expect(Buffer.isBuffer(samples) && samples.readInt16LE(0)).toBe(77);
    }
  });

  it.each([
    ['a text', Buffer.from('Đây không phải âm thanh'), 'no-wav'],
    ['nothing', Buffer.alloc(0), 'no-wav'],
    ['an MP3', Buffer.from('ID3\x03\0\0\0\0\0\0\0\0\0\0'), 'no-wav'],
    ['a header alone', foreign().subarray(0, 20), 'no-wav'],
    ['a sound without format', Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), foreign().subarray(36)]), 'no-wav'],
    ['an empty sound', writeWav(Buffer.alloc(0)), 'no-wav'],
    ['stereo', foreign({ channels: 2 }), 'other-format'],
    ['44.1 kHz', foreign({ rate: 44_100 }), 'other-format'],
    ['8 bits', foreign({ bits: 8 }), 'other-format'],
    ['compressed sound', foreign({ code: 85 }), 'other-format'],
    ['a song', writeWav(clip(SAMPLE_RATE * 11)), 'too-long'],
  ])('is refused when it is %s', (_, file, problem) => {
    expect(readWav(file)).toBe(problem);
  });
});
