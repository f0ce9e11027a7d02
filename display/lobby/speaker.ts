/** Plays all spoken calls in one audio element: TVs allow a page few of them, and unlock each one separately. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { DurationMs } from '../../shared/time.ts';

/** A sound of ten seconds loads over a slow wireless network within this time. */
export const LOAD: DurationMs = 6_000;
/** A player that has not ended so long after the end of its sound counts as stuck. */
export const LATE: DurationMs = 3_000;

export interface Speaker {
  /** The browser allows sound only after a key press or a touch. */
  blocked: ReadonlySignal<boolean>;
  /** Resolves when the sound is over or cannot be played: nothing on the screen may depend on sound. */
  speak(address: string): Promise<void>;
  /** Must be called from a key press or a touch. */
  unlock(): void;
}

/** For players that do not report the length of a sound. */
const LONGEST: DurationMs = 12_000;

type Player = Pick<
  HTMLAudioElement,
  'src' | 'duration' | 'play' | 'pause' | 'addEventListener' | 'removeEventListener'
>;

export function createSpeaker(audio: Player): Speaker {
  const blocked = signal(false);

  function speak(address: string): Promise<void> {
    return new Promise((resolve) => {
      let isOver = false;
      let watchdog = setTimeout(over, LOAD);
      const wait = (): void => {
        clearTimeout(watchdog);
        blocked.value = false;
        watchdog = setTimeout(over, lengthOf(audio) + LATE);
      };
      function over(): void {
        // A stopped sound may still fail or end later, when the next one plays in the same element.
        if (isOver) return;
        isOver = true;
        clearTimeout(watchdog);
        audio.removeEventListener('playing', wait);
        audio.removeEventListener('ended', over);
        audio.removeEventListener('error', over);
        audio.pause();
        resolve();
      }
      audio.addEventListener('playing', wait);
      audio.addEventListener('ended', over);
      audio.addEventListener('error', over);
      audio.src = address;
      // Old browsers return no promise here; their events say the same.
      Promise.resolve(audio.play()).catch((reason: unknown) => {
        if (!isOver) blocked.value = reason instanceof Error && reason.name === 'NotAllowedError';
        over();
      });
    });
  }

  return {
    blocked,
    speak,
    unlock() {
      // A gesture anywhere on the page is enough. If it was not, the next call is blocked again.
      blocked.value = false;
    },
  };
}

function lengthOf({ duration }: Player): DurationMs {
  return Number.isFinite(duration) ? duration * 1000 : LONGEST;
}
