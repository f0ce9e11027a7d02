import type { Voice } from '../../office/office.ts';
import type { ClipId } from '../../spoken/clips.ts';

export type ClipProblem = 'no-wav' | 'other-format' | 'too-long' | 'unreadable';

/** What calls are spoken with, for the supervisor. */
export interface VoiceView {
  voice: Voice;
  /** Where the office puts its own recordings: `<folder>/<language>/<clip>.wav`. */
  folder: string;
  languages: { language: string; clips: ClipView[] }[];
}

export interface ClipView {
  id: ClipId;
  /** What is to be said in it. */
  words: string;
  /** Null when there is none: calls that need it are not spoken in this language. `spelled`: its letter is said instead. */
  source: 'own' | 'shipped' | 'spelled' | null;
  /** Why the office's own recording is not used. */
  problem: ClipProblem | null;
}
