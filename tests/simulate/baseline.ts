/** The estimates of commit 63d9ae0 in the same worlds: what later ones are compared with. */
import { readFileSync } from 'node:fs';
import type { WorldReport } from './world-report.ts';

/** By the name of the world. */
export type Baseline = Readonly<Record<string, WorldReport>>;

/** The days and seeds with which it was measured. */
export const BASELINE_DAYS = 200;
export const BASELINE_SEEDS = { first: 1, heldOut: 2 };

/** Of this seed; for other seeds that of the first. */
export function baselineOf(seed: number): Baseline {
  const measured = seed === BASELINE_SEEDS.heldOut ? seed : BASELINE_SEEDS.first;
  return JSON.parse(readFileSync(new URL(`./baseline/63d9ae0-seed-${measured}.json`, import.meta.url), 'utf8'));
}
