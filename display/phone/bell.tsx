/** How a telephone calls its holder: it vibrates, rings and keeps its screen on. Browsers allow that only after a touch. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type Chime, createChime } from '../parts/chime.ts';
import { Icon } from './icons.tsx';
import { words } from './words.ts';

/** Milliseconds of vibration and rest in turn. */
const CALL = [500, 200, 500, 200, 900];
const SHORT = [150];

export interface Bell {
  armed: ReadonlySignal<boolean>;
  /** Must be called from a touch. Rings once, so that the holder knows the sound. */
  arm(): void;
  call(): void;
}

export function createBell(): Bell {
  const armed = signal(false);
  let chime: Chime | null = null;
  const keepScreenOn = (): void => {
    // Works only on https and while the page is visible. Without it, the page shows the call when the holder looks at it.
    if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => undefined);
  };
  const signalHolder = (pattern: number[]): void => {
    // iPhones cannot vibrate from a page, and a browser may forbid it: sound and screen remain.
    navigator.vibrate?.(pattern);
    chime?.ring();
  };
  return {
    armed,
    arm() {
      armed.value = true;
      chime ??= createChime();
      keepScreenOn();
      // The system releases the lock when the page is hidden.
      document.addEventListener('visibilitychange', keepScreenOn);
      signalHolder(SHORT);
    },
    call() {
      if (armed.value) signalHolder(CALL);
    },
  };
}

/** The button that arms the bell; after that, a sentence that it is armed. The line below promises only what this telephone can do. */
export function BellButton({ bell }: { bell: Bell }) {
  const text = words();
  if (bell.armed.value) {
    return (
      <section class="action" role="status">
        <p class="armed">
          <Icon name="check" /> <span>{text.willTell}</span>
        </p>
        <p class="help">{text.willTellHelp}</p>
      </section>
    );
  }
  return (
    <section class="action">
      <button type="button" class="primary" onClick={bell.arm}>
        <Icon name="bell" /> <span>{text.tellMe}</span>
      </button>
      <p class="help">{text.tellMeHelp('vibrate' in navigator, isSecureContext && 'wakeLock' in navigator)}</p>
    </section>
  );
}
