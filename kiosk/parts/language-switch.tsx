import { common, language, languageButton } from '../../shared/client/language.ts';
import { LANGUAGES } from '../../shared/language.ts';
import { keys } from './keys.ts';

/** The key `*` presses the button of the other language. */
export function LanguageSwitch() {
  return (
    <fieldset class="languages" aria-label={common().language}>
      {LANGUAGES.map((choice) => {
        const pressed = language.value === choice;
        return (
          <button
            key={choice}
            {...languageButton(choice, false)}
            aria-pressed={pressed}
            data-spoken={`language-${choice}`}
            {...(pressed ? {} : keys('*'))}
          >
            {common().languages[choice]}
          </button>
        );
      })}
    </fieldset>
  );
}
