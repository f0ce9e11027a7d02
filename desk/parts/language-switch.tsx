import { common, language, languageButton } from '../../shared/client/language.ts';
import { LANGUAGES } from '../../shared/language.ts';

export function LanguageSwitch() {
  return (
    <fieldset class="languages">
      <legend class="unseen">{common().language}</legend>
      {LANGUAGES.map((choice) => (
        <button
          key={choice}
          {...languageButton(choice, true)}
          aria-pressed={language.value === choice}
          aria-label={`${choice.toUpperCase()} – ${common().languages[choice]}`}
        >
          {choice.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
