import type { DurationMs } from '../../shared/time.ts';
import { SAMPLE_RATE, type Samples } from './wav.ts';

/** Between two words, so that they do not run into each other. */
const GAP = silence(20);
/** Between two phrases, where a speaker would breathe. */
const PAUSE = silence(220);

/** One piece of sound from the clips of each phrase. */
export function joinClips(phrases: readonly (readonly Samples[])[]): Samples {
  return between(
    phrases.map((clips) => between(clips, GAP)),
    PAUSE,
  );
}

function between(pieces: readonly Samples[], pause: Samples): Samples {
  return Buffer.concat(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [pause, piece])));
}

function silence(length: DurationMs): Samples {
  return Buffer.alloc(Math.round((length / 1000) * SAMPLE_RATE) * 2);
}
