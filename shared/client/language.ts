import { effect, signal } from '@preact/signals';
import { LANGUAGES, type Language, type Text } from '../language.ts';
import { commonWords } from '../words/common.ts';

const STORAGE_KEY = 'den-luot-language';

function initialLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(STORAGE_KEY);
  return LANGUAGES.find((each) => each === asked) ?? 'vi';
}

/** The language of this screen; `?lang=en` in the address sets it, and a language switch changes it. */
export const language = signal<Language>(initialLanguage());

/** `remember` keeps the choice in this browser. A kiosk passes false: it returns to Vietnamese for each visitor. */
export function switchLanguage(chosen: Language, remember: boolean): void {
  language.value = chosen;
  if (remember) localStorage.setItem(STORAGE_KEY, chosen);
}

/** Attributes of the button that switches this screen to `choice`; it is pressed while that is the language of the screen. */
export function languageButton(choice: Language, remember: boolean) {
  return {
    type: 'button',
    lang: choice,
    'aria-pressed': language.value === choice,
    onClick: () => switchLanguage(choice, remember),
  } as const;
}

/** Names the language of this screen in the document, now and after each switch: screen readers choose their voice by it. */
export function markDocumentLanguage(): void {
  effect(() => {
    document.documentElement.lang = language.value;
  });
}

/** The language that this screen does not use now. */
export function otherLanguage(): Language {
  return LANGUAGES.find((each) => each !== language.value) ?? language.value;
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
