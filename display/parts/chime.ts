/** Two bell strokes made by WebAudio: no file to load, nothing for a content policy to block. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { DurationMs } from '../../shared/time.ts';

/** `blocked`: the browser allows sound only after a key press or a touch. `missing`: this browser or machine has no sound. */
export type Sound = 'starting' | 'on' | 'blocked' | 'missing';

export interface Chime {
  sound: ReadonlySignal<Sound>;
  /** Rings if possible. Never waits and never throws: nothing on the screen may depend on sound. */
  ring(): void;
  /** Must be called from a key press or a touch. */
  unlock(): void;
}

/** A browser that allows sound starts its audio context within this time. */
const START: DurationMs = 1_500;

/** E5, then C5: the falling third of a usual bell. */
const STROKES = [
  { hz: 659.25, afterSeconds: 0 },
  { hz: 523.25, afterSeconds: 0.55 },
];
/** Together -18 LUFS: 2 LU softer than the voice. */
const PARTIALS = [
  { ratio: 1, loudness: 0.45 },
  { ratio: 2, loudness: 0.15 },
  { ratio: 3.01, loudness: 0.06 },
];
const RING_SECONDS = 1.8;

export function createChime(): Chime {
  const sound = signal<Sound>('starting');
  const context = openContext();
  if (!context) {
    sound.value = 'missing';
    const silent = (): void => undefined;
    return { sound, ring: silent, unlock: silent };
  }
  const look = (): void => {
    sound.value = context.state === 'running' ? 'on' : 'blocked';
  };
  const unlock = (): void => {
    // Without a gesture some browsers reject this promise and others never settle it.
    context.resume().then(look, look);
  };
  context.addEventListener('statechange', look);
  setTimeout(look, START);
  unlock();
  return {
    sound,
    unlock,
    ring() {
      if (context.state !== 'running') return unlock();
      for (const { hz, afterSeconds } of STROKES) strike(context, hz, context.currentTime + afterSeconds);
    },
  };
}

function openContext(): AudioContext | null {
  try {
    return new AudioContext();
  } catch {
    // No sound device, or a browser older than WebAudio: calls are only shown.
    return null;
  }
}

/** One bell stroke: a sharp attack, then all partials fade, the higher ones sooner. */
function strike(context: BaseAudioContext, hz: number, at: number): void {
  for (const { ratio, loudness } of PARTIALS) {
    // Not `new OscillatorNode`: browsers of old TVs do not have these constructors.
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.setValueAtTime(hz * ratio, at);
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(loudness, at + 0.008);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + RING_SECONDS / ratio);
    tone.connect(volume);
    volume.connect(context.destination);
    tone.start(at);
    tone.stop(at + RING_SECONDS);
  }
}
