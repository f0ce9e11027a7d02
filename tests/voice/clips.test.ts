import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHIPPED_CLIPS } from '../../server/voice/clip-library.ts';
import { readWav, SAMPLE_RATE } from '../../server/voice/wav.ts';
import { clipsOf } from '../../shared/spoken/call.ts';

const clips = ['vi', 'en'].flatMap((language) =>
  readdirSync(join(SHIPPED_CLIPS, language)).map((name) => {
    const samples = readWav(readFileSync(join(SHIPPED_CLIPS, language, name)));
    if (!Buffer.isBuffer(samples)) throw new Error(`${language}/${name}: ${samples}`);
    const values = Array.from({ length: samples.length / 2 }, (_, index) => samples.readInt16LE(index * 2) / 32_768);
    return { name: `${language}/${name}`, values };
  }),
);
const decibel = (share: number) => 20 * Math.log10(share);
const loudnessOf = (values: number[]) =>
  decibel(Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length));

describe('the shipped clips', () => {
  it('are exactly those of the word lists, and smaller than 12 MB in total', () => {
    const listed = ['vi', 'en'].flatMap((language) =>
      Object.keys(clipsOf(language)).map((id) => `${language}/${id}.wav`),
    );
    expect(clips.map(({ name }) => name).sort()).toEqual(listed.sort());
    expect(clips.reduce((sum, { values }) => sum + values.length * 2, 0)).toBeLessThan(12_000_000);
  });

  it('are equally loud, undistorted and as long as a word or a sentence', () => {
    for (const { name, values } of clips) {
      expect(loudnessOf(values), name).toBeGreaterThan(-25);
      expect(loudnessOf(values), name).toBeLessThan(-18);
      expect(Math.max(...values.map(Math.abs)), name).toBeLessThan(0.95);
      expect(values.length / SAMPLE_RATE, name).toBeGreaterThan(0.15);
      expect(values.length / SAMPLE_RATE, name).toBeLessThan(/(help|choice|class)-/.test(name) ? 5 : 2);
    }
  });

  it('have almost no silence and no click at either end', () => {
    for (const { name, values } of clips) {
      const peak = Math.max(...values.map(Math.abs));
      const audible = (value: number) => Math.abs(value) > peak / 50;
      expect(values.findIndex(audible) / SAMPLE_RATE, name).toBeLessThan(0.06);
      expect((values.length - values.findLastIndex(audible)) / SAMPLE_RATE, name).toBeLessThan(0.12);
      expect(Math.abs(values[0] ?? 1), name).toBeLessThan(0.01);
      expect(Math.abs(values.at(-1) ?? 1), name).toBeLessThan(0.01);
    }
  });
});
