import { wordsOf } from '../../shared/client/language.ts';
import { desk as en } from '../../shared/words/en/desk.ts';
import { screens as enScreens } from '../../shared/words/en/screens.ts';
import { voice as enVoice } from '../../shared/words/en/voice.ts';
import { desk as vi } from '../../shared/words/vi/desk.ts';
import { screens as viScreens } from '../../shared/words/vi/screens.ts';
import { voice as viVoice } from '../../shared/words/vi/voice.ts';

export const words = wordsOf({ vi, en });
export const voiceWords = wordsOf({ vi: viVoice, en: enVoice });
export const screenWords = wordsOf({ vi: viScreens, en: enScreens });

/** The journal has a reason in the language of the clerk who chose it. A usual one is shown in the language of this screen. */
export function pauseReasonWords(reason: string): string {
  const index = Math.max(...[vi, en].map(({ dialogs }) => dialogs.pauseReasons.indexOf(reason)));
  return words().dialogs.pauseReasons[index] ?? reason;
}

/** The name of a language in which calls are spoken. */
export function languageName(code: string): string {
  const text = voiceWords();
  return code === 'vi' || code === 'en' ? text.languages[code] : text.ownLanguage(code);
}
