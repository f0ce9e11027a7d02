/** What every event of the journal carries, whatever it says. Each type of event has fields of its own beside these. */
import * as v from 'valibot';
import { instant } from './common.ts';

export const envelope = v.object({
  /** 1, 2, 3 … within the business day, over all domains, without a gap. */
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: instant,
  /** Who caused it: `staff:anna`, `device:local`, `system:clock`. */
  by: v.string(),
  requestId: v.string(),
  type: v.string(),
});
export type Envelope = v.InferOutput<typeof envelope>;
