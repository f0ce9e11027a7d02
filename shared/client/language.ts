import { signal } from '@preact/signals';
import { LANGUAGES, type Language, type Text } from '../language.ts';
import { commonWords } from '../words/common.ts';

const STORAGE_KEY = 'den-luot-language';

function initialLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(STORAGE_KEY);
  return LANGUAGES.find((each) => each === asked) ?? 'vi';
}

/** The language of this screen; `?lang=en` in the address sets it, and a language switch changes it. */
export const language = signal<Language>(initialLanguage());

/**
 * Shows this screen in `chosen`, and names it in the document: screen readers choose their voice by it. `remember` keeps the
 * choice in this browser. A kiosk passes false: it returns to Vietnamese for each visitor.
 */
export function switchLanguage(chosen: Language, remember: boolean): void {
  language.value = chosen;
  document.documentElement.lang = chosen;
  if (remember) localStorage.setItem(STORAGE_KEY, chosen);
}

/** Attributes of a button that switches this screen to another language; see `switchLanguage`. */
export function languageButton(choice: Language, remember: boolean) {
  return { type: 'button', lang: choice, onClick: () => switchLanguage(choice, remember) } as const;
}

/** An office's own text in the language of this screen. */
export function say(text: Text): string {
  return text[language.value];
}

/**
 * Makes a function that returns the words of a page in the language of this screen. Call that function while rendering, so
 * that the component renders again when the language changes.
 */
export function wordsOf<Words>(words: Record<Language, Words>): () => Words {
  return () => words[language.value];
}

/** The words that all pages share. */
export const common = wordsOf(commonWords);
