import { language } from '../../shared/client/language.ts';
import { commonWords } from '../../shared/words/common.ts';
import { kiosk as en } from '../../shared/words/en/kiosk.ts';
import { kiosk as vi } from '../../shared/words/vi/kiosk.ts';

/** The words of the kiosk in the language of this moment. Call it while rendering, so that a switch re-renders. */
export function words(): typeof vi {
  return { vi, en }[language.value];
}

export function common(): (typeof commonWords)['vi'] {
  return commonWords[language.value];
}
