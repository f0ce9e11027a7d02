import * as v from 'valibot';
import { instant, officeHead } from './common.ts';

export const previewView = v.strictObject({
  office: officeHead,
  /** The printed slips, latest first; `src` is the address of a PNG on this server. */
  papers: v.array(v.strictObject({ id: v.string(), src: v.string(), printedAt: instant, title: v.string() })),
});
export type PreviewView = v.InferOutput<typeof previewView>;
