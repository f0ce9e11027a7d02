import { counterSign as en } from '../../shared/words/en/counter-sign.ts';
import { counterSign as vi } from '../../shared/words/vi/counter-sign.ts';
import { phrasesOf } from '../parts/bilingual.tsx';

export const signPhrase = phrasesOf({ vi, en });
