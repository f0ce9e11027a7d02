/** What the tile of a service shows beside its name, in clips: whether it gives tickets, and who waits. */
import type { Language } from '../language.ts';
import type { Voice } from '../office/office.ts';
import type { KioskService } from '../protocol/views/kiosk.ts';
import { numberClips } from './call.ts';
import type { ClipId } from './clips.ts';

export type ServiceState = Pick<KioskService, 'id' | 'availability' | 'waiting' | 'openCounters'>;

/** Short, because a listener hears it for each service before the last key is named. */
export function stateClips(state: ServiceState, language: Language, dialect: Voice['dialect']): ClipId[] {
  const { availability, waiting, openCounters } = state;
  if (availability !== 'available') return [`state-${availability}`];
  const people = [...numberClips(waiting, language, dialect), 'people-waiting'];
  return openCounters === 0 ? ['state-no-clerk', ...people] : people;
}
