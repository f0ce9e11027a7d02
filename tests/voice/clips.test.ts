import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { integratedLoudness, plainLoudness, truePeaks } from '../../build/loudness.ts';
import { ClipLibrary, SHIPPED_CLIPS } from '../../server/voice/clip-library.ts';
import { OfficeVoice } from '../../server/voice/voice.ts';
import { readWav, SAMPLE_RATE } from '../../server/voice/wav.ts';
import { clipsOf } from '../../shared/spoken/call.ts';
import { communeOffice } from '../office.ts';

/** The folders of shipped clips: the south of Viet Nam has its own. */
const FOLDERS = ['vi', 'vi-south', 'en'];

const clips = FOLDERS.flatMap((folder) =>
  readdirSync(join(SHIPPED_CLIPS, folder)).map((name) => {
    const samples = readWav(readFileSync(join(SHIPPED_CLIPS, folder, name)));
    if (!Buffer.isBuffer(samples)) throw new Error(`${folder}/${name}: ${samples}`);
    return { name: `${folder}/${name}`, values: valuesOf(samples) };
  }),
);

function valuesOf(samples: Buffer): Float64Array {
  return Float64Array.from({ length: samples.length / 2 }, (_, index) => samples.readInt16LE(index * 2) / 32_768);
}

const highestOf = (values: Float64Array) => values.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0);

it('loudness is measured by BS.1770: a full sine of 997 Hz has -3.0 LUFS and a peak of 0 dB', () => {
  const sine = Float64Array.from({ length: 2 * SAMPLE_RATE }, (_, at) =>
    Math.sin((2 * Math.PI * 997 * at) / SAMPLE_RATE),
  );
  expect(integratedLoudness(sine, SAMPLE_RATE)).toBeCloseTo(-3.01, 1);
  expect(
    integratedLoudness(Float64Array.from([...sine, ...new Float64Array(5 * SAMPLE_RATE)]), SAMPLE_RATE),
  ).toBeCloseTo(-3.01, 0);
  const between = Float64Array.from({ length: 400 }, (_, at) => Math.sin(Math.PI * (at / 2 + 0.25)));
  expect(highestOf(between)).toBeCloseTo(Math.SQRT1_2, 2);
  expect(highestOf(truePeaks(between).subarray(50, 350))).toBeCloseTo(1, 1);
});

describe.each(['north', 'south'] as const)('a call in the dialect of the %s', (dialect) => {
  it.each([
    ['vi', 'digits'],
    ['vi', 'whole'],
    ['en', 'digits'],
    ['en', 'whole'],
  ] as const)('has -16 LUFS in %s by %s, and no peak above -1 dB', async (language, style) => {
    const settings = { ...communeOffice, voice: { ...communeOffice.voice, dialect, style } };
    const voice = new OfficeVoice(
      new ClipLibrary(SHIPPED_CLIPS, 'no-own-clips'),
      '',
      () => settings,
      () => undefined,
    );
    for (const [number, counterNumber] of [
      ['A012', 3],
      ['B105', 12],
      ['K024', 4],
      ['M999', 21],
    ] as const) {
      const spoken = await voice.speak({ number, counterNumber, language, recall: false });
      if (!spoken.ok) throw new Error(spoken.rejection.code);
      const values = valuesOf(spoken.value.subarray(44));
      expect(Math.abs(integratedLoudness(values, SAMPLE_RATE) + 16), number).toBeLessThan(0.5);
      expect(20 * Math.log10(highestOf(truePeaks(values))), number).toBeLessThanOrEqual(-1);
    }
  });
});

describe('the shipped clips', () => {
  it('are exactly those of the word lists, and smaller than 20 MB in total', () => {
    const listed = FOLDERS.flatMap((folder) =>
      Object.keys(clipsOf(folder.slice(0, 2))).map((id) => `${folder}/${id}.wav`),
    );
    expect(clips.map(({ name }) => name).sort()).toEqual(listed.sort());
    expect(clips.reduce((sum, { values }) => sum + values.length * 2, 0)).toBeLessThan(20_000_000);
  });

  it.each(FOLDERS)(
    'in %s are equally loud, have no peak above -1 dB and are as long as a word or a sentence',
    (folder) => {
      for (const { name, values } of clips.filter((clip) => clip.name.startsWith(`${folder}/`))) {
        const isSentence = /help-/.test(name);
        const loudness = (isSentence ? integratedLoudness : plainLoudness)(values, SAMPLE_RATE);
        expect(Math.abs(loudness - (isSentence ? -16 : -15.5)), name).toBeLessThan(0.5);
        expect(20 * Math.log10(highestOf(truePeaks(values))), name).toBeLessThanOrEqual(-1);
        expect(values.length / SAMPLE_RATE, name).toBeGreaterThan(0.15);
        expect(values.length / SAMPLE_RATE, name).toBeLessThan(/(help|choice|class)-/.test(name) ? 5 : 2);
      }
    },
  );

  it('have almost no silence and no click at either end', () => {
    for (const { name, values } of clips) {
      const peak = highestOf(values);
      const audible = (value: number) => Math.abs(value) > peak / 50;
      expect(values.findIndex(audible) / SAMPLE_RATE, name).toBeLessThan(0.06);
      expect((values.length - values.findLastIndex(audible)) / SAMPLE_RATE, name).toBeLessThan(0.15);
      expect(Math.abs(values[0] ?? 1), name).toBeLessThan(0.01);
      expect(Math.abs(values.at(-1) ?? 1), name).toBeLessThan(0.01);
    }
  });
});
