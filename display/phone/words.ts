import { wordsOf } from '../../shared/client/language.ts';
import { phone as en } from '../../shared/words/en/phone.ts';
import { phone as vi } from '../../shared/words/vi/phone.ts';

export const words = wordsOf({ vi, en });
