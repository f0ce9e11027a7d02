/** What the set-up of the office sends: the description, what is wrong or strange about it, and whom a change touches. */
import * as v from 'valibot';
import { instant, text, whole } from './common.ts';

/** A mistake that keeps a description from being saved. */
export const setupProblem = v.strictObject({
  path: v.pipe(
    v.array(v.union([v.string(), whole])),
    v.description('Where the mistake is: names of fields and places in lists, counted from 0'),
  ),
  text,
});
export type SetupProblem = v.InferOutput<typeof setupProblem>;

/** A mistake in the file as an official has edited it. */
export const fileProblem = v.strictObject({ ...setupProblem.entries, line: whole, column: whole });
export type FileProblem = v.InferOutput<typeof fileProblem>;

/** How a change that touches visitors is made. */
export const applyChange = v.picklist(['next-day', 'stop-issuing', 'move']);
export type ApplyChange = v.InferOutput<typeof applyChange>;

export const setupEffect = v.strictObject({
  kind: v.picklist(['service-removed', 'service-not-served', 'letter-changed', 'class-removed', 'hours-shortened']),
  id: v.pipe(v.nullable(v.string()), v.description('The service or ticket class; null for the hours')),
  visitors: v.pipe(whole, v.description('Visitors in the hall, or away with the right to come back')),
  appointments: whole,
  choices: v.array(applyChange),
});
export type SetupEffect = v.InferOutput<typeof setupEffect>;

const day = v.pipe(v.string(), v.isoDate());

export const setupVersion = v.strictObject({
  version: whole,
  at: instant,
  by: v.pipe(v.nullable(v.string()), v.description('Name of the supervisor; null for a file edited by hand')),
  takesEffect: v.pipe(v.nullable(day), v.description('The day on which it comes into force; null when it has')),
});
export type SetupVersion = v.InferOutput<typeof setupVersion>;
