import { common, language, switchLanguage } from '../../shared/client/language.ts';
import { LANGUAGES } from '../../shared/language.ts';
import { keys } from './keys.ts';
import { words } from './words.ts';

export function LanguageSwitch() {
  return (
    <fieldset class="languages" aria-label={words().language}>
      {LANGUAGES.map((choice) => (
        <button
          key={choice}
          type="button"
          lang={choice}
          aria-pressed={language.value === choice}
          {...(language.value === choice ? {} : keys('*'))}
          onClick={() => switchLanguage(choice, false)}
        >
          {common().languages[choice]}
        </button>
      ))}
    </fieldset>
  );
}
