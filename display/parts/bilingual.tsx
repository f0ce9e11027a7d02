import { language } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import { LANGUAGES, type Language, type Text } from '../../shared/language.ts';
import type { Opening } from '../../shared/protocol/views/common.ts';
import type { EpochMs } from '../../shared/time.ts';
import { commonWords, openingSentence } from '../../shared/words/common.ts';
import { display as en } from '../../shared/words/en/display.ts';
import { display as vi } from '../../shared/words/vi/display.ts';

type Common = (typeof commonWords)[Language];

/** Makes a function that builds one phrase in both languages from the words of a page and the common words. */
export function phrasesOf<Words>({ vi, en }: Record<Language, Words>) {
  return (of: (words: Words, common: Common) => string): Text => ({
    vi: of(vi, commonWords.vi),
    en: of(en, commonWords.en),
  });
}

export const phrase = phrasesOf({ vi, en });

export function openingText(opening: Opening, now: EpochMs, timeZone: string): Text {
  return {
    vi: openingSentence(opening, now, timeZone, 'vi'),
    en: openingSentence(opening, now, timeZone, 'en'),
  };
}

/** A text in both languages, as a hall reads it: the language of the screen large, the other one smaller below. */
export function Bilingual({ text }: { text: Text }) {
  const main = language.value;
  const other = LANGUAGES.find((each) => each !== main) ?? main;
  return (
    <>
      <span class="main" lang={main}>
        <Name text={text[main]} />
      </span>
      {text[other] !== text[main] && (
        <span class="other" lang={other}>
          <Name text={text[other]} />
        </span>
      )}
    </>
  );
}
