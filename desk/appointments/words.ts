import { language } from '../../shared/client/language.ts';
import { appointments as en } from '../../shared/words/en/appointments.ts';
import { appointments as vi } from '../../shared/words/vi/appointments.ts';

export function words(): typeof vi {
  return { vi, en }[language.value];
}
