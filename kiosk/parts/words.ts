import { wordsOf } from '../../shared/client/language.ts';
import { kiosk as en } from '../../shared/words/en/kiosk.ts';
import { kiosk as vi } from '../../shared/words/vi/kiosk.ts';

export const words = wordsOf({ vi, en });
