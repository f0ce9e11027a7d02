/** Texts among the notices: their pages, which one is shown now, and reading them aloud by the browser's own voice. */

import { LANGUAGES, type Language, type Text } from '../../shared/language.ts';
import type { BoardNotice } from '../../shared/protocol/views/notices.ts';
import type { DurationMs, EpochMs } from '../../shared/time.ts';

/** The item to show at `now` when each one is shown for its `seconds` in turn. All screens of an office show the same one. */
export function turnAt<Item extends { seconds: number }>(items: readonly Item[], now: EpochMs): Item | undefined {
  const round = items.reduce((sum, { seconds }) => sum + seconds, 0);
  let second = Math.floor(now / 1000) % round;
  return items.find(({ seconds }) => {
    second -= seconds;
    return second < 0;
  });
}

/** Nobody reads a page in less time. */
export const PAGE_SECONDS = 6;

/** What the hall reads at one moment: a page of a notice in one language. */
export interface NoticePage {
  /** Null for the motto. */
  notice: BoardNotice | null;
  text: string;
  language: Language;
  page: number;
  pages: number;
  seconds: number;
}

/** The letters of a page of the foot beside a hotline, whose type is smaller the longer it is. */
export function footLetters(hotline: string): number {
  if (hotline.length > 14) return 22;
  return hotline.length > 6 ? 30 : 38;
}

/** The pages of a notice in each of the languages, the screen's own first, each shown for its part of the notice's seconds, and long enough. */
export function noticePages(notice: BoardNotice, languages: readonly Language[], letters: number): NoticePage[] {
  const [main] = languages;
  const said = languages.filter((each) => each === main || notice.text[each] !== notice.text[main ?? each]);
  const parts = said.flatMap((each) => textPages(notice.text, each, letters));
  const seconds = Math.max(PAGE_SECONDS, Math.round(notice.seconds / parts.length));
  return parts.map((part, page) => ({ ...part, notice, page, pages: parts.length, seconds }));
}

export function mottoPages(motto: Text, language: Language, letters: number): NoticePage[] {
  const parts = textPages(motto, language, letters);
  return parts.map((part, page) => ({ ...part, notice: null, page, pages: parts.length, seconds: PAGE_SECONDS }));
}

function textPages(text: Text, language: Language, letters: number): Pick<NoticePage, 'text' | 'language'>[] {
  return pagesOf(text[language], letters).map((page) => ({ text: page, language }));
}

/** Words that mean one thing together: a line or a page does not end between them. */
const COMPOUND = /(giấy|hồ|đến|căn|gọi|lấy|quý|thai|cán) (?=(tờ|sơ|quầy|cước|số|vị|phụ|sản|bộ)(?![a-zà-ỹ]))/gi;

/** Whole phrases of at most so many letters, cut after a comma or a dash where there is one in the second half, else between words. */
export function pagesOf(text: string, letters: number): string[] {
  const words = text.replace(COMPOUND, '$1\u00a0').split(' ');
  const pages: string[] = [];
  let page: string[] = [];
  for (const word of words) {
    if (page.length > 0 && page.join(' ').length + 1 + word.length > letters) {
      const rest = behindPhrase(page, letters);
      pages.push(page.join(' '));
      page = rest;
    }
    page.push(word);
  }
  pages.push(page.join(' '));
  return pages;
}

/** Takes the words behind the last phrase off a full page and returns them; none when the phrase would leave it half empty. */
function behindPhrase(page: string[], letters: number): string[] {
  for (let at = page.length; at > 1 && page.slice(0, at).join(' ').length > letters / 2; at -= 1)
    if (/[,;:.–]$/.test(page[at - 1] ?? '')) return page.splice(at);
  return [];
}

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
