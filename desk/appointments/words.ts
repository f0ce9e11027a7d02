import { wordsOf } from '../../shared/client/language.ts';
import { appointments as en } from '../../shared/words/en/appointments.ts';
import { appointments as vi } from '../../shared/words/vi/appointments.ts';

export const words = wordsOf({ vi, en });
