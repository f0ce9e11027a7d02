/** Words of the board in one language at a time: two lines of each would be too small to be read from the seats. */
import { language } from '../../shared/client/language.ts';
import { LANGUAGES, type Language, type Text } from '../../shared/language.ts';
import type { EpochMs } from '../../shared/time.ts';
import { ROUND_SECONDS } from './notices.ts';

const OTHER_SECONDS = 6;

export function otherLanguage(): Language {
  return LANGUAGES.find((each) => each !== language.value) ?? language.value;
}

/** The screen's own language, and the other one in the last 6 of each 18 s. */
export function languageAt(now: EpochMs): Language {
  return Math.floor(now / 1000) % ROUND_SECONDS < ROUND_SECONDS - OTHER_SECONDS ? language.value : otherLanguage();
}

export function Turning({ text, now }: { text: Text; now: EpochMs }) {
  const shown = languageAt(now);
  // Another element for each language: words of other widths do not make one element move.
  return (
    <span key={shown} lang={shown}>
      {text[shown]}
    </span>
  );
}
