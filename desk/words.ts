import { language } from '../shared/client/language.ts';
import { desk as en } from '../shared/words/en/desk.ts';
import { desk as vi } from '../shared/words/vi/desk.ts';

export function words(): typeof vi {
  return { vi, en }[language.value];
}
