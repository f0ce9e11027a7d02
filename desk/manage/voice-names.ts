import { voiceWords } from '../parts/words.ts';

export function languageName(code: string): string {
  const say = voiceWords();
  return code === 'vi' || code === 'en' ? say.languages[code] : say.ownLanguage(code);
}
