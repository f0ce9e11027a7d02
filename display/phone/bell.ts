/** How a telephone tells its holder: it vibrates, rings and keeps its screen lit. All of that needs a touch first. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type Chime, createChime } from '../parts/chime.ts';

/** Milliseconds of vibration and rest in turn. */
const CALL = [500, 200, 500, 200, 900];
const SHORT = [150];

export interface Bell {
  armed: ReadonlySignal<boolean>;
  /** To be called from a touch; rings once, so that the holder knows how it sounds. */
  arm(): void;
  call(): void;
}

export function createBell(): Bell {
  const armed = signal(false);
  let chime: Chime | null = null;
  const keepLit = (): void => {
    // Only on https, and only while the page is seen: elsewhere the page shows the call when it is looked at again.
    if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => undefined);
  };
  const tell = (pattern: number[]): void => {
    // Telephones of Apple have no vibration, and a browser may forbid it: the sound and the screen are left.
    navigator.vibrate?.(pattern);
    chime?.ring();
  };
  return {
    armed,
    arm() {
      armed.value = true;
      chime ??= createChime();
      keepLit();
      // The system takes the lock away when the page is hidden.
      document.addEventListener('visibilitychange', keepLit);
      tell(SHORT);
    },
    call() {
      if (armed.value) tell(CALL);
    },
  };
}
