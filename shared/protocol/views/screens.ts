import * as v from 'valibot';
import { screenLayout, text } from './common.ts';

const fileProblem = v.picklist(['missing', 'too-large', 'wrong-kind', 'unreadable']);
export type FileProblem = v.InferOutput<typeof fileProblem>;

/** A file that set-up names. */
const officeFile = v.strictObject({
  kind: v.picklist(['logo', 'picture', 'video']),
  /** On the server's machine. */
  path: v.string(),
  /** Null when screens can show it. */
  problem: v.nullable(fileProblem),
});
export type OfficeFileView = v.InferOutput<typeof officeFile>;

/** What a supervisor sees of the office's TVs. */
export const screensView = v.strictObject({
  /** Where they find the office on the LAN. */
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
  /** The accent of set-up and, where that could not be read, the lighter one in use. */
  accent: v.strictObject({ wanted: v.string(), used: v.string() }),
  files: v.array(officeFile),
});
export type ScreensView = v.InferOutput<typeof screensView>;
