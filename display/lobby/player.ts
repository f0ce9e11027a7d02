import type { Announcement, DisplayView } from '../../shared/protocol/views/hall.ts';
import { callAddress } from '../../shared/spoken/call-address.ts';
import type { DurationMs } from '../../shared/time.ts';
import type { Chime } from '../parts/chime.ts';
import type { Player } from './announcements.ts';
import type { Speaker } from './speaker.ts';

/** Shortest time for which a call is highlighted; the three pulses in call.css fit into it. */
export const HOLD: DurationMs = 4_000;
/** After this time the second stroke of the chime is quiet enough for speech. */
export const CHIME: DurationMs = 1_600;

/** A listener notices where the next language begins. */
export const BETWEEN_LANGUAGES: DurationMs = 700;

interface Voice {
  chime: Pick<Chime, 'ring'>;
  speaker: Pick<Speaker, 'speak'>;
  /** How set-up wants calls spoken, as of now. */
  wanted(): DisplayView['voice'];
}

/** Rings, speaks in each language and keeps the highlight until all is spoken; without speech, for `HOLD`. */
export function createPlayer({ chime, speaker, wanted }: Voice): Player {
  async function speak(item: Announcement): Promise<void> {
    for (const [index, language] of wanted().languages.entries()) {
      if (index > 0) await pause(BETWEEN_LANGUAGES);
      await speaker.speak(callAddress(item, language));
    }
  }
  return {
    async play(item, othersWait) {
      const held = pause(HOLD);
      chime.ring();
      await pause(CHIME);
      await speak(item);
      if (wanted().repeat && !othersWait()) await speak({ ...item, recall: true });
      await held;
    },
  };
}

function pause(length: DurationMs): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, length));
}
