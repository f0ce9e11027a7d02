/** What staff may send about a kiosk in a hurry; a schema beside those of `requests.ts`. */
import * as v from 'valibot';
import { printRequests } from './requests.ts';

const { requestId, jobId: eventId } = printRequests.dismiss.entries;

export const burstRequests = {
  /** Staff have looked: the alarm goes, and the kiosk gives tickets again. */
  dismiss: v.strictObject({ requestId, burstId: eventId }),
} as const;
