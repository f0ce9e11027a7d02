import { language } from '../shared/client/language.ts';
import { desk as en } from '../shared/words/en/desk.ts';
import { screens as enScreens } from '../shared/words/en/screens.ts';
import { voice as enVoice } from '../shared/words/en/voice.ts';
import { desk as vi } from '../shared/words/vi/desk.ts';
import { screens as viScreens } from '../shared/words/vi/screens.ts';
import { voice as viVoice } from '../shared/words/vi/voice.ts';

export function words(): typeof vi {
  return { vi, en }[language.value];
}

export function voiceWords(): typeof viVoice {
  return { vi: viVoice, en: enVoice }[language.value];
}

export function screenWords(): typeof viScreens {
  return { vi: viScreens, en: enScreens }[language.value];
}
