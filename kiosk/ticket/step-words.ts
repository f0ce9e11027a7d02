import { wordsOf } from '../../shared/client/language.ts';
import { steps as en } from '../../shared/words/en/steps.ts';
import { steps as vi } from '../../shared/words/vi/steps.ts';

/** The words of the pages behind the first press. */
export const stepWords = wordsOf({ vi, en });
