/** Texts among the notices, read by the browser's own voice where it has one: never needed, and silent for every call. */

import { LANGUAGES } from '../../shared/language.ts';
import type { BoardNotice } from '../../shared/protocol/views/notices.ts';
import type { DurationMs, EpochMs } from '../../shared/time.ts';

/** People sit there for an hour. */
export const SPOKEN_AGAIN_AFTER: DurationMs = 600_000;

export interface NoticeSpeech {
  /** Reads it in every language that the browser can speak, unless that was done lately. */
  read(notice: BoardNotice, now: EpochMs): void;
  hush(): void;
}

/** `voices` is null in a browser that cannot speak. */
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
    hush: () => voices?.cancel(),
  };
}
