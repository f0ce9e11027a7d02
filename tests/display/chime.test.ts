import { afterEach, expect, it, vi } from 'vitest';
import { integratedLoudness, truePeaks } from '../../build/loudness.ts';
import { createChime } from '../../display/parts/chime.ts';

const RATE = 48_000;

/** The values of one parameter over time, in the order in which they were set. */
class Parameter {
  readonly #points: { value: number; at: number; ramp: 'none' | 'linear' | 'exponential' }[] = [];
  setValueAtTime(value: number, at: number): void {
    this.#points.push({ value, at, ramp: 'none' });
  }
  linearRampToValueAtTime(value: number, at: number): void {
    this.#points.push({ value, at, ramp: 'linear' });
  }
  exponentialRampToValueAtTime(value: number, at: number): void {
    this.#points.push({ value, at, ramp: 'exponential' });
  }
  valueAt(time: number): number {
    const before = this.#points.findLast(({ at }) => at <= time);
    const next = this.#points.find(({ at }) => at > time);
    if (!before || !next || next.ramp === 'none') return before?.value ?? 0;
    const part = (time - before.at) / (next.at - before.at);
    return next.ramp === 'linear'
      ? before.value + (next.value - before.value) * part
      : before.value * (next.value / before.value) ** part;
  }
}

interface Tone {
  frequency: Parameter;
  gain: Parameter;
  from: number;
  to: number;
}

/** As much of WebAudio as the chime uses: it keeps the tones instead of playing them. */
class Recorder extends EventTarget {
  static tones: Tone[] = [];
  readonly state = 'running';
  readonly currentTime = 0;
  readonly destination = {};
  resume = async () => undefined;
  createGain() {
    return { gain: new Parameter(), connect: () => undefined };
  }
  createOscillator() {
    const tone: Tone = { frequency: new Parameter(), gain: new Parameter(), from: 0, to: 0 };
    Recorder.tones.push(tone);
    return {
      frequency: tone.frequency,
      connect(to: { gain: Parameter }) {
        tone.gain = to.gain;
      },
      start(at: number) {
        tone.from = at;
      },
      stop(at: number) {
        tone.to = at;
      },
    };
  }
}

afterEach(() => vi.unstubAllGlobals());

it('rings at -18 LUFS, softer than the voice, and does not distort', () => {
  vi.stubGlobal('AudioContext', Recorder);
  createChime().ring();
  const seconds = Math.max(...Recorder.tones.map(({ to }) => to));
  const samples = Float64Array.from({ length: Math.round(seconds * RATE) }, (_, at) =>
    Recorder.tones.reduce((sum, { frequency, gain, from, to }) => {
      const time = at / RATE;
      if (time < from || time >= to) return sum;
      return sum + gain.valueAt(time) * Math.sin(2 * Math.PI * frequency.valueAt(time) * (time - from));
    }, 0),
  );
  expect(Math.abs(integratedLoudness(samples, RATE) + 18)).toBeLessThan(0.5);
  expect(20 * Math.log10(Math.max(...truePeaks(samples).slice(0, RATE)))).toBeLessThan(-1);
});
