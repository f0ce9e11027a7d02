import { language, wordsOf } from '../../shared/client/language.ts';
import { desk as en } from '../../shared/words/en/desk.ts';
import { screens as enScreens } from '../../shared/words/en/screens.ts';
import { trouble as enTrouble } from '../../shared/words/en/trouble.ts';
import { voice as enVoice } from '../../shared/words/en/voice.ts';
import { desk as vi } from '../../shared/words/vi/desk.ts';
import { screens as viScreens } from '../../shared/words/vi/screens.ts';
import { trouble as viTrouble } from '../../shared/words/vi/trouble.ts';
import { voice as viVoice } from '../../shared/words/vi/voice.ts';
import type { Reason } from '../counter/line.ts';

export const words = wordsOf({ vi: { ...vi, ...viTrouble }, en: { ...en, ...enTrouble } });
export const voiceWords = wordsOf({ vi: viVoice, en: enVoice });
export const screenWords = wordsOf({ vi: viScreens, en: enScreens });

/** The journal has a reason in the language of the clerk who chose it. A usual one is shown in the language of this screen. */
export function pauseReasonWords(reason: string): string {
  const index = Math.max(...[vi, en].map(({ dialogs }) => dialogs.pauseReasons.indexOf(reason)));
  return words().dialogs.pauseReasons[index] ?? reason;
}

/** Why a ticket is called next, in one line. */
export function reasonWords(reason: Reason): string {
  const text = words().reason;
  switch (reason.kind) {
    case 'returned':
      return text.returned;
    case 'appointment':
      return text.appointment(reason.minutes);
    case 'priority': {
      const { minutes, weight, score, rival } = reason;
      const more = score > rival.score;
      return text.priority(minutes, figure(weight), figure(score), rival.number, figure(rival.score), more);
    }
    case 'longest': {
      const { minutes, rival } = reason;
      return rival ? text.longestOf(minutes, rival.number, figure(rival.score), minutes > rival.score) : text.longest;
    }
    default:
      return reason satisfies never;
  }
}

/** With the decimal sign of the language. */
function figure(value: number): string {
  return value.toLocaleString(language.value, { maximumFractionDigits: 1 });
}

/** The name of a language in which calls are spoken. */
export function languageName(code: string): string {
  const text = voiceWords();
  return code === 'vi' || code === 'en' ? text.languages[code] : text.ownLanguage(code);
}
