import { language } from '../../shared/client/language.ts';
import { dossiers as en } from '../../shared/words/en/dossiers.ts';
import { dossiers as vi } from '../../shared/words/vi/dossiers.ts';

/** The words of the page for several dossiers in the language of this moment. Call it while rendering. */
export function dossiersWords(): typeof vi {
  return { vi, en }[language.value];
}
