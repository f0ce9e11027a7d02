// `npm run clips` makes all shipped clips with espeak-ng (Debian: apt-get install espeak-ng sox). See server/voice/clips/README.md.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED_CLIPS } from '../server/voice/clip-library.ts';
import { SAMPLE_RATE, writeWav } from '../server/voice/wav.ts';
import { clipsOf } from '../shared/spoken/call.ts';
import { helpClips } from '../shared/spoken/help-clips.ts';
import { integratedLoudness, plainLoudness, truePeaks } from './loudness.ts';

/**
 * Options of espeak-ng for each folder of clips. Halls in Viet Nam have women's voices; `f3` is the one of espeak-ng. Nobody has listened
 * to these clips: a person must, before an office relies on them.
 */
const VOICES = {
  vi: ['-v', 'vi+f3', '-s', '135'],
  'vi-south': ['-v', 'vi-vn-x-south+f3', '-s', '135'],
  en: ['-v', 'en-gb', '-s', '140'],
};
/** The speed for letters and digits, which a visitor compares with the ticket. */
const NUMBER_SPEED = ['-s', '115'];
/** The speed for a listener at the kiosk. */
const KIOSK_SPEED = ['-s', '175'];

/** Words that espeak-ng pronounces incompletely, and the spelling that sounds right. */
const MISREAD = new Map([
  ['vi gi', 'zi'],
  ['vi-south gi', 'di'],
]);
/** English names of keys, as Vietnamese say them. */
const ENTER = { word: 'Enter', spelling: 'en tơ' };

/** In LUFS. The pauses of a call, but not those of a sentence, are between clips: the words of a call are louder, so that the call is not softer. */
const LOUDNESS = { word: -15.55, sentence: -16 };
/** The true peak at which the limiter aims, as a part of full scale: -1 dB with a margin. */
const PEAK = 10 ** (-1.1 / 20);
/** No true peak may be above this (-1 dB). */
const MOST = 10 ** (-1.02 / 20);
/** How far around a peak the limiter turns the sound down, in samples. */
const LIMITER = Math.round(SAMPLE_RATE * 0.004);
/** Quieter samples than this part of the clip's own peak (-42 dB) count as silence. */
const SILENCE = 0.008;
/** Samples kept before and after the audible part, faded in and out: this avoids clicks and cut-off consonants. */
const EDGE = Math.round(SAMPLE_RATE * 0.012);

const help = { ...helpClips.vi, ...helpClips.en };

let bytes = 0;
let count = 0;
for (const [folder, voice] of Object.entries(VOICES)) {
  const path = join(SHIPPED_CLIPS, folder);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  for (const [id, words] of Object.entries(clipsOf(folder.slice(0, 2)))) {
    const isNumber = /^(letter|digit|number)-/.test(id);
    const speed = isNumber ? NUMBER_SPEED : id in help ? KIOSK_SPEED : [];
    const spelling = MISREAD.get(`${folder} ${words}`) ?? words.replace(ENTER.word, ENTER.spelling);
    const loudness = /^help-/.test(id) ? LOUDNESS.sentence : LOUDNESS.word;
    const wav = writeWav(toBytes(levelled(faded(trimmed(spoken(spelling, [...voice, ...speed]))), loudness)));
    writeFileSync(join(path, `${id}.wav`), wav);
    bytes += wav.length;
    count += 1;
  }
}
console.log(`${count} clips, ${(bytes / 1e6).toFixed(1)} MB, ${(bytes / SAMPLE_RATE / 2).toFixed(0)} s`);

/**
 * @param {string} words
 * @param {string[]} voice
 * @returns {Float64Array} between -1 and 1
 */
function spoken(words, voice) {
  const wav = run('espeak-ng', [...voice, '--stdout', words]);
  // espeak-ng writes 22,050 Hz and no sizes in its header.
  const shape = ['-t', 'raw', '-r', String(SAMPLE_RATE), '-e', 'signed', '-b', '16', '-c', '1'];
  const raw = run('sox', ['--ignore-length', '-V1', '-D', '-t', 'wav', '-', ...shape, '-'], wav);
  return Float64Array.from({ length: raw.length >> 1 }, (_, index) => raw.readInt16LE(index * 2) / 32_768);
}

/** @param {Float64Array} samples */
function trimmed(samples) {
  const threshold = peakOf(samples) * SILENCE;
  const first = samples.findIndex((sample) => Math.abs(sample) > threshold);
  const last = samples.findLastIndex((sample) => Math.abs(sample) > threshold);
  return samples.slice(Math.max(0, first - EDGE), last + 1 + EDGE);
}

/**
 * The limiter makes a loud clip softer, so the gain before it is found in a few steps.
 *
 * @param {Float64Array} samples
 * @param {number} loudness in LUFS
 */
function levelled(samples, loudness) {
  const measured = loudness === LOUDNESS.sentence ? integratedLoudness : plainLoudness;
  const peaks = truePeaks(samples);
  let gain = 1;
  let result = samples;
  for (let step = 0; step < 8; step += 1) {
    const missing = loudness - measured(result, SAMPLE_RATE);
    if (Math.abs(missing) < 0.05) break;
    gain *= 10 ** (missing / 20);
    result = limited(samples, peaks, gain);
  }
  // The smooth gain bends the curve between two samples, which may raise a true peak a little.
  const highest = peakOf(truePeaks(result));
  return highest > MOST ? result.map((sample) => (sample * PEAK) / highest) : result;
}

/**
 * Turns the sound down smoothly around each peak above `PEAK`, from before it on.
 *
 * @param {Float64Array} samples
 * @param {Float64Array} peaks the true peak at each sample
 * @param {number} gain before the limiter
 */
function limited(samples, peaks, gain) {
  const lowest = new Float64Array(samples.length).fill(1);
  for (const [at, peak] of peaks.entries()) {
    const wanted = PEAK / (peak * gain);
    if (wanted >= 1) continue;
    const end = Math.min(samples.length, at + LIMITER + 1);
    for (let near = Math.max(0, at - LIMITER); near < end; near += 1)
      lowest[near] = Math.min(lowest[near] ?? 1, wanted);
  }
  // The mean of the lowest gains around a sample is never above the gain that the sample itself needs.
  const sums = new Float64Array(samples.length + 1);
  for (const [at, low] of lowest.entries()) sums[at + 1] = (sums[at] ?? 0) + low;
  return samples.map((sample, at) => {
    const from = Math.max(0, at - LIMITER);
    const to = Math.min(samples.length, at + LIMITER + 1);
    return (sample * gain * ((sums[to] ?? 0) - (sums[from] ?? 0))) / (to - from);
  });
}

/** @param {Float64Array} samples */
function faded(samples) {
  return samples.map((sample, index) => sample * Math.min(1, index / EDGE, (samples.length - 1 - index) / EDGE));
}

/** @param {Float64Array} samples */
function peakOf(samples) {
  return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
}

/** @param {Float64Array} samples */
function toBytes(samples) {
  const result = Buffer.alloc(samples.length * 2);
  for (const [index, sample] of samples.entries()) result.writeInt16LE(Math.round(sample * 32_767), index * 2);
  return result;
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Buffer} [input]
 */
function run(program, args, input) {
  const { error, status, stdout, stderr } = spawnSync(program, args, { maxBuffer: 1e8, ...(input ? { input } : {}) });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}
