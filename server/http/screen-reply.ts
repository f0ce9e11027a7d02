import * as v from 'valibot';
import type { ScreensView } from '../../shared/screens-view.ts';

const text = v.strictObject({ vi: v.string(), en: v.string() });

export const screens = v.strictObject({
  address: v.string(),
  screens: v.array(
    v.strictObject({
      id: v.string(),
      name: text,
      services: v.union([v.literal('all'), v.array(v.string())]),
      orientation: v.picklist(['auto', 'landscape', 'portrait']),
      calls: v.picklist(['left', 'below']),
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
