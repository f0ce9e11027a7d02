import { common, language, languageButton } from '../../shared/client/language.ts';
import { Pictogram } from '../../shared/client/pictogram.tsx';
import { keys } from './keys.ts';

/** Shows the kiosk in the other language. It stays the same element, so that a press by key does not lose the focus. */
export function LanguageButton() {
  const other = language.value === 'vi' ? 'en' : 'vi';
  return (
    <button class="language" {...languageButton(other, false)} data-spoken={`language-${other}`} {...keys('*')}>
      <Pictogram name="globe" />
      <span class="foot-word">{common().languages[other]}</span>
    </button>
  );
}
