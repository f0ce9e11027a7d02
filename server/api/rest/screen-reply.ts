import * as v from 'valibot';
import type { ScreensView } from '../../../shared/protocol/views/screens.ts';
import { layout, text } from './replies.ts';

export const screens = v.strictObject({
  address: v.string(),
  screens: v.array(
    v.strictObject({
      id: v.string(),
      name: text,
      services: v.union([v.literal('all'), v.array(v.string())]),
      ...layout,
      diagonalInches: v.number(),
      viewingDistanceMeters: v.number(),
    }),
  ),
  accent: v.strictObject({ wanted: v.string(), used: v.string() }),
  files: v.array(
    v.strictObject({
      kind: v.picklist(['logo', 'picture', 'video']),
      path: v.string(),
      problem: v.nullable(v.picklist(['missing', 'too-large', 'wrong-kind', 'unreadable'])),
    }),
  ),
}) satisfies v.GenericSchema<ScreensView>;
