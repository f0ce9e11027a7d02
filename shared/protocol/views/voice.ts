import * as v from 'valibot';

const clipProblem = v.picklist(['no-wav', 'other-format', 'too-long', 'unreadable']);
export type ClipProblem = v.InferOutput<typeof clipProblem>;

const clip = v.strictObject({
  id: v.string(),
  /** What is to be said in it. */
  words: v.string(),
  /** Null when there is none: calls that need it are not spoken in this language. `spelled`: its letter is said instead. */
  source: v.nullable(v.picklist(['own', 'shipped', 'spelled'])),
  /** Why the office's own recording is not used. */
  problem: v.nullable(clipProblem),
});
export type ClipView = v.InferOutput<typeof clip>;

/** What calls are spoken with, for the supervisor. */
export const voiceView = v.strictObject({
  voice: v.strictObject({
    languages: v.array(v.string()),
    style: v.picklist(['digits', 'whole']),
    dialect: v.picklist(['north', 'south']),
    repeat: v.boolean(),
  }),
  folder: v.pipe(v.string(), v.description("For the office's own recordings: <folder>/<language>/<id>.wav")),
  languages: v.array(v.strictObject({ language: v.string(), clips: v.array(clip) })),
});
export type VoiceView = v.InferOutput<typeof voiceView>;
