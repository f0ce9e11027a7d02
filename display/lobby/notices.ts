/** Texts among the notices: their pages, and which one is shown now. */

import type { Text } from '../../shared/language.ts';
import type { BoardNotice } from '../../shared/protocol/views/notices.ts';
import type { EpochMs } from '../../shared/time.ts';

/** The screen is in its own language, then in the other one, which has the last third: 6 s, in which a page of a notice is read. */
export const ROUND_SECONDS = 18;

/** The item to show at `now` when each one is shown for its `seconds` in turn. All screens of an office show the same one. */
export function turnAt<Item extends { seconds: number }>(items: readonly Item[], now: EpochMs): Item | undefined {
  const round = items.reduce((sum, { seconds }) => sum + seconds, 0);
  let second = Math.floor(now / 1000) % round;
  return items.find(({ seconds }) => {
    second -= seconds;
    return second < 0;
  });
}

/** What the hall reads at one moment: a page of a notice, or of the motto, in the language in which the whole screen is at that moment. */
export interface NoticePage {
  /** Null for the motto. */
  notice: BoardNotice | null;
  text: Text;
  page: number;
  pages: number;
  seconds: number;
}

/** The letters of a page of the foot beside a hotline, whose type is smaller the longer it is. */
export function footLetters(hotline: string): number {
  if (hotline.length > 14) return 22;
  return hotline.length > 6 ? 30 : 38;
}

/**
 * As many pages in each language; in the one with fewer a page stands longer. Each is shown for whole rounds of the languages: for its part of
 * the notice's seconds, at least once. `notice` is null for the motto.
 */
export function noticePages(notice: BoardNotice | null, { vi, en }: Text, letters: number): NoticePage[] {
  const all = { vi: pagesOf(vi, letters), en: pagesOf(en, letters) };
  const pages = Math.max(all.vi.length, all.en.length);
  const rounds = Math.round((notice?.seconds ?? 0) / pages / ROUND_SECONDS) || 1;
  return Array.from({ length: pages }, (_, page) => {
    const at = (list: readonly string[]): string => list[Math.floor((page * list.length) / pages)] ?? '';
    return { notice, text: { vi: at(all.vi), en: at(all.en) }, page, pages, seconds: rounds * ROUND_SECONDS };
  });
}

/** Words that mean one thing together: a line or a page does not end between them. */
const COMPOUND = /(giấy|hồ|đến|căn|gọi|lấy|quý|thai|cán) (?=(tờ|sơ|quầy|cước|số|vị|phụ|sản|bộ)(?![a-zà-ỹ]))/gi;

/** The fewest pages of at most so many letters; of these the ones that end with a phrase most often, and are then the most even. */
export function pagesOf(text: string, letters: number): string[] {
  const words = text.replace(COMPOUND, '$1\u00a0').split(' ');
  let best = cut(words, letters);
  const count = best.length;
  for (let limit = letters, pages = best; limit > 0 && pages.length === count; pages = cut(words, limit)) {
    if (phraseEnds(pages) >= phraseEnds(best)) best = pages;
    limit -= 1;
  }
  return best;
}

function cut(words: readonly string[], letters: number): string[] {
  const pages: string[] = [];
  for (const word of words) {
    const longer = `${pages[pages.length - 1]} ${word}`;
    if (pages.length > 0 && longer.length <= letters) pages[pages.length - 1] = longer;
    else pages.push(word);
  }
  return pages;
}

/** A page does not end well with a word that belongs to the next one. */
function phraseEnds(pages: readonly string[]): number {
  const count = (pattern: RegExp): number => pages.filter((page) => pattern.test(page)).length;
  return count(/[,;.–]$/) - count(/ (and|or|the|of|to|và|khi)$/);
}
