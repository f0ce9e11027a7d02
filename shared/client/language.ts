import { signal } from '@preact/signals';
import { LANGUAGES, type Language, type Text } from '../language.ts';

function stored(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('den-luot-language');
  return LANGUAGES.find((language) => language === asked) ?? 'vi';
}

/** The language of this screen; `?lang=en` in the address sets it, and a switch may change it. */
export const language = signal<Language>(stored());

/** Remembers the choice on this machine (the desk); a kiosk goes back to Vietnamese by itself and calls with `keep` false. */
export function speak(chosen: Language, keep: boolean): void {
  language.value = chosen;
  document.documentElement.lang = chosen;
  if (keep) localStorage.setItem('den-luot-language', chosen);
}

/** An office's own text in the language of this screen. */
export function say(text: Text): string {
  return text[language.value];
}
