import { phrase } from '../parts/bilingual.tsx';
import type { Sound } from '../parts/chime.ts';

/** Any key or touch on the page unlocks the sound. The button says so, and a remote control can press it. */
export function SoundButton({ sound }: { sound: Sound }) {
  switch (sound) {
    case 'blocked':
      return (
        <button type="button" class="sound">
          <Loudspeaker />
          {phrase((words) => words.soundOff).vi}
        </button>
      );
    case 'missing':
      return (
        <p class="sound">
          <Loudspeaker />
          {phrase((words) => words.soundMissing).vi}
        </p>
      );
    case 'starting':
    case 'on':
      return null;
    default:
      return sound satisfies never;
  }
}

function Loudspeaker() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 9h4l5-4v14l-5-4H4z" />
      <path class="wave" d="M16.5 9l5 6m0-6l-5 6" />
    </svg>
  );
}
