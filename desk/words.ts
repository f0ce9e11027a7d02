import { language } from '../shared/client/language.ts';
import { desk as en } from '../shared/words/en/desk.ts';
import { voice as enVoice } from '../shared/words/en/voice.ts';
import { desk as vi } from '../shared/words/vi/desk.ts';
import { voice as viVoice } from '../shared/words/vi/voice.ts';

export function words(): typeof vi {
  return { vi, en }[language.value];
}

export function voiceWords(): typeof viVoice {
  return { vi: viVoice, en: enVoice }[language.value];
}
