// `npm run clips` makes all shipped clips with espeak-ng (Debian: apt-get install espeak-ng sox). See server/voice/clips/README.md.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED_CLIPS } from '../server/voice/clip-library.ts';
import { SAMPLE_RATE, writeWav } from '../server/voice/wav.ts';
import { clipsOf } from '../shared/spoken/call.ts';
import { helpClips } from '../shared/spoken/help-clips.ts';

/** Options of espeak-ng for each language; `-s` is the speed in words per minute, for a loudspeaker in a hall. */
const VOICES = { vi: ['-v', 'vi', '-s', '135'], en: ['-v', 'en-gb', '-s', '140'] };
/** The speed for a listener at the kiosk. */
const KIOSK_SPEED = ['-s', '175'];

/** Words that espeak-ng pronounces incompletely, and the spelling that sounds right. */
const MISREAD = new Map([['gi', 'zi']]);

/** The loudness of every clip: the root mean square of its audible samples, as a part of full scale (-20 dB). */
const LOUDNESS = 0.1;
/** The highest peak of a clip, which may reduce its loudness, as a part of full scale (-1 dB). */
const PEAK = 0.89;
/** Quieter samples than this part of the clip's own peak (-42 dB) count as silence. */
const SILENCE = 0.008;
/** Samples kept before and after the audible part, faded in and out: this avoids clicks and cut-off consonants. */
const EDGE = Math.round(SAMPLE_RATE * 0.012);

const help = { ...helpClips.vi, ...helpClips.en };

let bytes = 0;
let count = 0;
for (const [language, voice] of Object.entries(VOICES)) {
  const folder = join(SHIPPED_CLIPS, language);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [id, words] of Object.entries(clipsOf(language))) {
    const speed = id in help ? KIOSK_SPEED : [];
    const wav = writeWav(toBytes(faded(levelled(trimmed(spoken(MISREAD.get(words) ?? words, [...voice, ...speed]))))));
    writeFileSync(join(folder, `${id}.wav`), wav);
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

/** @param {Float64Array} samples */
function levelled(samples) {
  const peak = peakOf(samples);
  const audible = samples.filter((sample) => Math.abs(sample) > peak * SILENCE);
  const loudness = Math.sqrt(audible.reduce((sum, sample) => sum + sample * sample, 0) / audible.length);
  const gain = Math.min(LOUDNESS / loudness, PEAK / peak);
  return samples.map((sample) => sample * gain);
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
