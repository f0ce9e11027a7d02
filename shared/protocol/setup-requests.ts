/** Requests that change the description of the office; as for `requests.ts`, no schema reaches a browser. */
import * as v from 'valibot';
import { id, requestId } from './requests.ts';
import { whole } from './views/common.ts';
import { applyChange } from './views/setup.ts';

const changeOfSetup = {
  version: v.pipe(whole, v.description('The version that the change was made from')),
  requestId,
  apply: v.pipe(v.optional(applyChange), v.description('How to make a change that touches visitors')),
  moveTo: v.pipe(v.optional(v.nullable(id)), v.description('The service to which visitors and bookings go')),
};
export const saveSetup = v.strictObject({ ...changeOfSetup, office: v.unknown() });
export const restoreSetup = v.strictObject({ ...changeOfSetup, to: whole });
export const checkSetup = v.strictObject({ office: v.unknown() });
export const changeIssuing = v.strictObject({ requestId });
