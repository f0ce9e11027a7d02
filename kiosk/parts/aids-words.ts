import { language } from '../../shared/client/language.ts';
import { aids as en } from '../../shared/words/en/aids.ts';
import { aids as vi } from '../../shared/words/vi/aids.ts';

/** The words of the page with the aids in the language of this moment. Call it while rendering. */
export function aidsWords(): typeof vi {
  return { vi, en }[language.value];
}
