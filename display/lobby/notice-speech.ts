/** Reads notices aloud by the browser's own voice. Loaded by the screens of an office that wants this. */
import { LANGUAGES } from '../../shared/language.ts';
import type { BoardNotice } from '../../shared/protocol/views/notices.ts';
import type { DurationMs, EpochMs } from '../../shared/time.ts';

/** Visitors wait for up to an hour: a notice is not read to them more often. */
export const SPOKEN_AGAIN_AFTER: DurationMs = 600_000;

export interface NoticeSpeech {
  /** Reads a notice in each language that the browser can speak, unless it was read within `SPOKEN_AGAIN_AFTER`. */
  read(notice: BoardNotice, now: EpochMs): void;
  /** Stops at once, for a call. */
  stop(): void;
}

/** `voices` is null in a browser that cannot speak: nothing depends on this voice. */
export function createNoticeSpeech(voices: SpeechSynthesis | null): NoticeSpeech {
  const readAt = new Map<string, EpochMs>();
  return {
    read({ id, text }, now) {
      if (!voices || now - (readAt.get(id) ?? Number.NEGATIVE_INFINITY) < SPOKEN_AGAIN_AFTER) return;
      for (const language of LANGUAGES) {
        const voice = voices.getVoices().find(({ lang }) => lang.slice(0, 2) === language);
        if (!voice) continue;
        const words = new SpeechSynthesisUtterance(text[language]);
        words.voice = voice;
        words.lang = voice.lang;
        voices.speak(words);
        readAt.set(id, now);
      }
    },
    stop: () => voices?.cancel(),
  };
}
