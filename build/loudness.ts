/** Loudness and true peak of mono sound by ITU-R BS.1770-4. Samples are between -1 and 1. */

type Samples = Float64Array;

/** Of the K-weighting in BS.1770: centre frequency in Hz, quality and gain in dB of its two filters. */
const SHELF = { hz: 1681.974450955533, q: 0.7071752369554196, gain: 3.999843853973347 };
const HIGH_PASS = { hz: 38.13547087602444, q: 0.5003270373238773 };
const BLOCK_SECONDS = 0.4;
const STEP_SECONDS = 0.1;
/** Blocks below are silence, in LUFS. */
const ABSOLUTE_GATE = -70;
/** Blocks so far below the loudness of the rest are pauses, in LU. */
const RELATIVE_GATE = -10;

/** In LUFS: the loudness of the blocks of 400 ms that are not pauses. A shorter sound is one block. */
export function integratedLoudness(samples: Samples, rate: number): number {
  const weighted = kWeighted(samples, rate);
  const block = Math.min(Math.round(BLOCK_SECONDS * rate), samples.length);
  const powers: number[] = [];
  for (let at = 0; at + block <= weighted.length; at += Math.round(STEP_SECONDS * rate))
    powers.push(meanSquare(weighted.subarray(at, at + block)));
  const audible = powers.filter((power) => lufs(power) > ABSOLUTE_GATE);
  const gate = lufs(mean(audible)) + RELATIVE_GATE;
  return lufs(mean(audible.filter((power) => lufs(power) > gate)));
}

/** In LUFS, without gating: the loudness of a word that has no pauses. */
export function plainLoudness(samples: Samples, rate: number): number {
  return lufs(meanSquare(kWeighted(samples, rate)));
}

/** The amplitude between the samples too, at four times their rate, as a part of full scale; one value for each sample. */
export function truePeaks(samples: Samples): Samples {
  const loud = samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0) * LOUD;
  return samples.map((sample, at) => {
    const size = Math.abs(sample);
    if (size < loud && Math.abs(samples[at + 1] ?? 0) < loud) return size;
    return PHASES.reduce((highest, taps) => Math.max(highest, Math.abs(interpolated(samples, at, taps))), size);
  });
}

/** Between two samples that are both below this part of the highest one, the amplitude of speech is far below the peak. */
const LOUD = 0.35;
const TAPS = 8;
/** A sinc in a Hann window, for the points at a quarter, a half and three quarters of the way to the next sample. */
const PHASES = [0.25, 0.5, 0.75].map((fraction) =>
  Array.from({ length: 2 * TAPS }, (_, index) => {
    const x = index - TAPS + 1 - fraction;
    return (Math.sin(Math.PI * x) / (Math.PI * x)) * Math.cos((Math.PI * x) / (2 * TAPS)) ** 2;
  }),
);

function interpolated(samples: Samples, at: number, taps: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < taps.length; index += 1)
    sum += (taps[index] ?? 0) * (samples[at + index - TAPS + 1] ?? 0);
  return sum;
}

function kWeighted(samples: Samples, rate: number): Samples {
  return filtered(filtered(samples, shelf(rate)), highPass(rate));
}

interface Filter {
  b: readonly [number, number, number];
  a: readonly [number, number];
}

/** The filters of BS.1770 are given at 48 kHz; these are the same ones at any rate. */
function shelf(rate: number): Filter {
  const k = Math.tan((Math.PI * SHELF.hz) / rate);
  const high = 10 ** (SHELF.gain / 20);
  const band = high ** 0.4996667741545416;
  const a0 = 1 + k / SHELF.q + k * k;
  return {
    b: [
      (high + (band * k) / SHELF.q + k * k) / a0,
      (2 * (k * k - high)) / a0,
      (high - (band * k) / SHELF.q + k * k) / a0,
    ],
    a: [(2 * (k * k - 1)) / a0, (1 - k / SHELF.q + k * k) / a0],
  };
}

function highPass(rate: number): Filter {
  const k = Math.tan((Math.PI * HIGH_PASS.hz) / rate);
  const a0 = 1 + k / HIGH_PASS.q + k * k;
  return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / HIGH_PASS.q + k * k) / a0] };
}

function filtered(samples: Samples, { b, a }: Filter): Samples {
  const result = new Float64Array(samples.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (const [at, x] of samples.entries()) {
    const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    [x1, x2, y1, y2] = [x, x1, y, y1];
    result[at] = y;
  }
  return result;
}

function meanSquare(samples: Samples): number {
  return samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function lufs(power: number): number {
  return -0.691 + 10 * Math.log10(power);
}
