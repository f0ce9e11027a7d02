import * as v from 'valibot';

const clipProblem = v.picklist(['no-wav', 'other-format', 'too-long', 'unreadable']);
export type ClipProblem = v.InferOutput<typeof clipProblem>;

const clip = v.strictObject({
  id: v.string(),
  /** The words to record. */
  words: v.string(),
  /** Null for a missing clip: calls that need it are not spoken in this language. `spelled`: the letter is spoken instead of a name. */
  source: v.nullable(v.picklist(['own', 'shipped', 'spelled'])),
  /** Why the office's own recording is not used; null otherwise. */
  problem: v.nullable(clipProblem),
});
export type ClipView = v.InferOutput<typeof clip>;

/** The voice settings and the clips of each language, for supervisors. */
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
