import { describe, expect, it } from 'vitest';
import { joinClips, readWav, SAMPLE_RATE, writeWav } from '../../server/voice/wav.ts';

const clip = (length: number, sample = 1000) => {
  const samples = Buffer.alloc(length * 2);
  for (let index = 0; index < length; index++) samples.writeInt16LE(sample, index * 2);
  return samples;
};
const ms = (samples: Buffer) => (samples.length / 2 / SAMPLE_RATE) * 1000;

describe('joined clips', () => {
  it('have the pause of each word before the next one of its phrase, and the given pause between phrases', () => {
    const word = (pause: number) => ({ samples: clip(SAMPLE_RATE / 10), pause });
    expect(ms(joinClips([[word(200)]], 450))).toBe(100);
    expect(ms(joinClips([[word(200), word(120), word(20)]], 450))).toBe(620);
    expect(ms(joinClips([[word(200), word(120)], [word(20)]], 450))).toBe(950);
  });

  it('contain every clip completely and in order, with silence between them', () => {
    const joined = joinClips([[{ samples: clip(3, 100), pause: 20 }], [{ samples: clip(2, -200), pause: 20 }]], 220);
    const samples = Array.from({ length: joined.length / 2 }, (_, index) => joined.readInt16LE(index * 2));
    expect(samples.filter((sample) => sample !== 0)).toEqual([100, 100, 100, -200, -200]);
    expect(samples.indexOf(-200)).toBe(3 + 0.22 * SAMPLE_RATE);
  });
});

describe('a WAV file', () => {
  /** A file as other programs write it: in any format, with other chunks before the samples. */
  function recorded({ code = 1, channels = 1, rate = SAMPLE_RATE, bits = 16, size = 8, before = '' } = {}): Buffer {
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

  it('returns the samples that were written to it', () => {
    const samples = clip(500);
    expect(readWav(writeWav(samples))).toEqual(samples);
  });

  it('is read in spite of additional chunks, even of odd length, and of an unknown size in its header', () => {
    for (const file of [
      recorded({ before: 'LIST\x04\0\0\0INFO' }),
      recorded({ before: 'note\x03\0\0\0abc\0' }),
      recorded({ size: 0xffff_ffff }),
    ]) {
      const samples = readWav(file);
      expect(Buffer.isBuffer(samples) && samples.readInt16LE(0)).toBe(77);
    }
  });

  it.each([
    ['a text', Buffer.from('Đây không phải âm thanh'), 'no-wav'],
    ['empty', Buffer.alloc(0), 'no-wav'],
    ['an MP3', Buffer.from('ID3\x03\0\0\0\0\0\0\0\0\0\0'), 'no-wav'],
    ['only a header', recorded().subarray(0, 20), 'no-wav'],
    [
      'a data chunk without a format chunk',
      Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), recorded().subarray(36)]),
      'no-wav',
    ],
    ['without samples', writeWav(Buffer.alloc(0)), 'no-wav'],
    ['in stereo', recorded({ channels: 2 }), 'other-format'],
    ['at 44.1 kHz', recorded({ rate: 44_100 }), 'other-format'],
    ['in 8 bits', recorded({ bits: 8 }), 'other-format'],
    ['compressed', recorded({ code: 85 }), 'other-format'],
    ['longer than 10 seconds', writeWav(clip(SAMPLE_RATE * 11)), 'too-long'],
  ])('is refused when it is %s', (_, file, problem) => {
    expect(readWav(file)).toBe(problem);
  });
});
