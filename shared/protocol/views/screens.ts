import * as v from 'valibot';
import { screenLayout, text } from './common.ts';

const fileProblem = v.picklist(['missing', 'too-large', 'wrong-kind', 'unreadable']);
export type FileProblem = v.InferOutput<typeof fileProblem>;

/** A file that set-up names. */
const officeFile = v.strictObject({
  kind: v.picklist(['logo', 'picture', 'video']),
  /** The file's path on the server's machine. */
  path: v.string(),
  /** Null when screens can show it. */
  problem: v.nullable(fileProblem),
});
export type OfficeFileView = v.InferOutput<typeof officeFile>;

/** The office's TVs and the files they show, for supervisors. */
export const screensView = v.strictObject({
  /** The origin at which screens find the server in the LAN. */
  address: v.string(),
  screens: v.array(
    v.strictObject({
      id: v.string(),
      name: text,
      services: v.union([v.literal('all'), v.array(v.string())]),
      ...screenLayout.entries,
      diagonalInches: v.number(),
      viewingDistanceMeters: v.number(),
    }),
  ),
  /** `wanted` is the accent in set-up, `used` the one on screens: lighter where the wanted one would not be readable. */
  accent: v.strictObject({ wanted: v.string(), used: v.string() }),
  files: v.array(officeFile),
});
export type ScreensView = v.InferOutput<typeof screensView>;
