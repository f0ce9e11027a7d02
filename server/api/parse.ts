import * as v from 'valibot';
import { accept, type Result, refuse } from '../../shared/protocol/rejections.ts';

/** Turns untrusted data into a typed value, or refuses it with `InvalidRequest`, which names the first wrong field and the reason. */
export function parse<Schema extends v.GenericSchema>(schema: Schema, input: unknown): Result<v.InferOutput<Schema>> {
  const parsed = v.safeParse(schema, input, { abortEarly: true });
  if (parsed.success) return accept(parsed.output);
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue);
  return refuse({ code: 'InvalidRequest', detail: field === null ? issue.message : `${field}: ${issue.message}` });
}
