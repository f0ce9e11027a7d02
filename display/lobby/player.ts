import type { Announcement, DisplayView } from '../../shared/protocol/views/hall.ts';
import { callAddress } from '../../shared/spoken/call-address.ts';
import type { DurationMs } from '../../shared/time.ts';
import type { Chime } from '../parts/chime.ts';
import type { Player } from './announcements.ts';
import type { Speaker } from './speaker.ts';

/** How long a call stays highlighted at least; the three pulses in lobby.css fit into it. */
export const HOLD: DurationMs = 4_000;
/** The second stroke has died away enough to be spoken over. */
export const CHIME: DurationMs = 1_600;

interface Voice {
  chime: Pick<Chime, 'ring'>;
  speaker: Pick<Speaker, 'speak'>;
  /** How the office wants its calls spoken, at this moment. */
  wanted(): DisplayView['voice'];
}

/** Rings, speaks in each language and holds the highlight until all is said; without sound for the same time as with a chime. */
export function createPlayer({ chime, speaker, wanted }: Voice): Player {
  async function speak(item: Announcement): Promise<void> {
    for (const language of wanted().languages) await speaker.speak(callAddress(item, language));
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
