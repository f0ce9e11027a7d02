import type { Language } from '../../shared/language.ts';
import type { Estimate } from '../../shared/protocol/views/common.ts';
import { commonWords, LONGEST_IN_MINUTES, waitRange } from '../../shared/words/common.ts';
import { words } from './words.ts';

/** A wait in the parts that the page shows in different sizes: `Còn chờ khoảng`, `20–55`, `phút`. */
export interface WaitParts {
  label: string;
  amount: string;
  /** Null where the amount names its units itself. */
  unit: string | null;
}

export function waitParts(estimate: Estimate, language: Language): WaitParts {
  const text = words();
  const { fromMinutes, toMinutes } = estimate;
  const under = fromMinutes === 0 || toMinutes <= 5;
  const label = under ? text.waitUnder : text.wait;
  if (toMinutes > LONGEST_IN_MINUTES) {
    // The label says `about` already.
    const about = commonWords[language].about('');
    const amount = waitRange(estimate, language).replace(about, '');
    return { label, amount: unbroken(amount), unit: null };
  }
  if (under) return { label, amount: commonWords[language].lessThan(String(toMinutes)), unit: text.minutes };
  const amount = fromMinutes === toMinutes ? String(toMinutes) : `${fromMinutes}–${toMinutes}`;
  return { label, amount, unit: text.minutes };
}

/** A range of hours is broken only behind its dash: `40 phút –` and `4,5 giờ`. */
function unbroken(range: string): string {
  return range.replaceAll(' ', '\u00a0').replace('–\u00a0', '– ');
}
