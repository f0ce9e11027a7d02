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

/** The journal holds a reason as its clerk read it; one of ours is shown in the language of this desk. */
export function pauseReasonWords(reason: string): string {
  const index = Math.max(...[vi, en].map(({ dialogs }) => dialogs.pauseReasons.indexOf(reason)));
  return words().dialogs.pauseReasons[index] ?? reason;
}
