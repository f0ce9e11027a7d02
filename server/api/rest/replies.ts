/** What only REST answers; everything else are the views of `shared/protocol/views`. OpenAPI is made from both. */
import * as v from 'valibot';
import {
  health as healthView,
  officeHead,
  opening,
  staffRole,
  text,
  whole,
} from '../../../shared/protocol/views/common.ts';

export const health = v.strictObject({
  status: v.picklist(['ok', 'degraded', 'unavailable']),
  ...healthView.entries,
});

export const office = v.strictObject({
  ...officeHead.entries,
  opening,
  services: v.array(v.strictObject({ id: v.string(), letter: v.string(), name: text })),
  counters: v.array(v.strictObject({ id: v.string(), number: whole, services: v.array(v.string()) })),
  ticketClasses: v.array(v.strictObject({ id: v.string(), name: text })),
});

export const me = v.strictObject({ id: v.string(), userName: v.string(), name: v.string(), role: staffRole });

export const rating = v.strictObject({ level: whole });
