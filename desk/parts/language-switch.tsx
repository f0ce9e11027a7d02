import { language, switchLanguage } from '../../shared/client/language.ts';
import { LANGUAGES } from '../../shared/language.ts';
import { commonWords } from '../../shared/words/common.ts';
import { words } from './words.ts';

export function LanguageSwitch() {
  return (
    <fieldset class="languages">
      <legend class="unseen">{words().language}</legend>
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={language.value === each}
          aria-label={`${each.toUpperCase()} – ${commonWords[each].languages[each]}`}
          onClick={() => switchLanguage(each, true)}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
