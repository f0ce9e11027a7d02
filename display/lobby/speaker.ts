/** Plays spoken calls in one audio element for ever: TVs let a page have few of them, and unlock each by itself. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { DurationMs } from '../../shared/time.ts';

/** A call of ten seconds comes over a slow wireless network well within this time. */
export const LOAD: DurationMs = 6_000;
/** A player that has not ended this long after its sound is stuck. */
export const LATE: DurationMs = 3_000;

export interface Speaker {
  /** The browser wants a key or a touch before it makes a sound. */
  blocked: ReadonlySignal<boolean>;
  /** Resolves when the sound is over, or when it cannot be played: nothing on the screen may depend on sound. */
  speak(address: string): Promise<void>;
  /** To be called from a key press or a touch. */
  unlock(): void;
}

/** For players that do not tell how long a sound is. */
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
        // A player that is stopped may still refuse or end, when the next sound plays in the same element.
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
      // Old browsers return nothing here and tell all by events.
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
      // A gesture anywhere on the page is enough; whether it was, the next call shows.
      blocked.value = false;
    },
  };
}

function lengthOf({ duration }: Player): DurationMs {
  return Number.isFinite(duration) ? duration * 1000 : LONGEST;
}
