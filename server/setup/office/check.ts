/** Checks a description that somebody wants to save. */
import * as v from 'valibot';
import type { Office } from '../../../shared/office/office.ts';
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import { officeSchema } from './schema.ts';
import { officeProblems } from './sentences.ts';

/** The description with its type, or every mistake in it. */
export function parseOffice(candidate: unknown): Result<Office> {
  const parsed = v.safeParse(officeSchema, candidate);
  return parsed.success
    ? accept(parsed.output)
    : refuse({ code: 'SetupInvalid', problems: officeProblems(candidate, parsed.issues) });
}
