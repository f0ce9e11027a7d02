/** The format of clips: 16-bit mono PCM at 24 kHz in a WAV file, which every browser plays without a codec. */
import type { ClipProblem } from '../../shared/protocol/views/voice.ts';
import type { DurationMs } from '../../shared/time.ts';

export const SAMPLE_RATE = 24_000;
/** Spoken words and phrases are far shorter; a longer file is a mistake, such as a song. */
const MAX_SECONDS = 10;
const HEADER_BYTES = 44;
const PCM = 1;
/** Many recorders write this format code for plain PCM too. */
const EXTENSIBLE = 0xfffe;

/** Little-endian 16-bit samples. */
export type Samples = Buffer;
/** Larger files are not read: this is ten seconds of samples, with room for the metadata of a recorder. */
export const MAX_BYTES = MAX_SECONDS * SAMPLE_RATE * 2 + 65_536;

/** A clip with the silence before the next clip of its phrase. */
export interface Word {
  samples: Samples;
  pause: DurationMs;
}

/** Joins the words of each phrase, then the phrases, with `pause` between them. */
export function joinClips(phrases: readonly (readonly Word[])[], pause: DurationMs): Samples {
  const joined = phrases.flatMap((words, phrase) => [
    ...(phrase === 0 ? [] : [silence(pause)]),
    ...words.flatMap((word, index) =>
      index === words.length - 1 ? word.samples : [word.samples, silence(word.pause)],
    ),
  ]);
  return Buffer.concat(joined);
}

function silence(length: DurationMs): Samples {
  return Buffer.alloc(Math.round((length / 1000) * SAMPLE_RATE) * 2);
}

export function readWav(file: Buffer): Samples | ClipProblem {
  if (file.length < 12 || file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') {
    return 'no-wav';
  }
  let format: Buffer | null = null;
  for (let at = 12; at + 8 <= file.length; ) {
    const name = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    // A recording that was interrupted may state a size larger than the file; `subarray` stops at its end.
    const content = file.subarray(at + 8, at + 8 + size);
    if (name === 'fmt ') format = content;
    if (name === 'data') return format ? samplesOf(format, content) : 'no-wav';
    at += 8 + size + (size % 2);
  }
  return 'no-wav';
}

function samplesOf(format: Buffer, content: Buffer): Samples | ClipProblem {
  if (format.length < 16) return 'no-wav';
  const code =
    format.readUInt16LE(0) === EXTENSIBLE && format.length >= 26 ? format.readUInt16LE(24) : format.readUInt16LE(0);
  const isSupported =
    code === PCM &&
    format.readUInt16LE(2) === 1 &&
    format.readUInt32LE(4) === SAMPLE_RATE &&
    format.readUInt16LE(14) === 16;
  if (!isSupported) return 'other-format';
  if (content.length < 2) return 'no-wav';
  return content.length > MAX_SECONDS * SAMPLE_RATE * 2 ? 'too-long' : content.subarray(0, content.length & ~1);
}

export function writeWav(samples: Samples): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(HEADER_BYTES - 8 + samples.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(PCM, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}
