/** The fields that every event of the journal has. Each type of event has further fields of its own. */
import * as v from 'valibot';
import { instant } from './common.ts';

export const envelope = v.object({
  /** 1, 2, 3 … within the business day, shared by all domains and without gaps. */
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: instant,
  /** The actor that caused the event: `staff:anna`, `device:local`, `system:clock`. */
  by: v.string(),
  requestId: v.string(),
  type: v.string(),
});
export type Envelope = v.InferOutput<typeof envelope>;
