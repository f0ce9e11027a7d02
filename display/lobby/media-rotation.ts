/** Pictures and videos between calls: which one has its turn. What does not load or stands still is left out for a while. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { BoardNotice } from '../../shared/protocol/views/notices.ts';

export type MediaNotice = Extract<BoardNotice, { src: string }>;

/** Between two rounds the hall's own panel stands here, so that who is served now is never away for long. */
export const HALL_SECONDS = 12;
/** A picture of 10 MB comes over a slow wireless network within this time; a video goes on within it. */
export const PATIENCE_SECONDS = 10;
/** Somebody may have put the right file there meanwhile. */
export const RETRY_SECONDS = 300;

const SECOND = 1_000;

export interface Show {
  /** Null for the hall's own panel. */
  current: ReadonlySignal<MediaNotice | null>;
  /** It can be seen: until then the hall's own panel stays. */
  ready: ReadonlySignal<boolean>;
  /** The picture is there, or the video has moved on. */
  moved(): void;
  /** The video has ended. */
  ended(): void;
  /** The browser cannot show it. */
  failed(): void;
  stop(): void;
}

/** Time stands still while `busy`: a call interrupts, it takes nothing away. */
export function createShow(notices: ReadonlySignal<readonly BoardNotice[]>, busy: ReadonlySignal<boolean>): Show {
  const current = signal<MediaNotice | null>(null);
  const ready = signal(false);
  const retryIn = new Map<string, number>();
  /** Seconds of this turn, and since something was last seen to move. */
  let shown = 0;
  let still = 0;

  const due = (): MediaNotice[] => notices.peek().filter((notice): notice is MediaNotice => 'src' in notice);
  const keyOf = ({ id, src }: MediaNotice): string => `${id} ${src}`;

  function turnTo(next: MediaNotice | null): void {
    shown = 0;
    still = 0;
    ready.value = false;
    current.value = next;
  }

  /** The next that is not put aside; after the last one the hall's own panel. */
  function next(): void {
    const list = due();
    const { value } = current;
    const at = value ? list.findIndex((each) => keyOf(each) === keyOf(value)) : -1;
    turnTo(list.slice(at + 1).find((each) => !retryIn.has(keyOf(each))) ?? null);
  }

  function failed(): void {
    if (!current.value) return;
    retryIn.set(keyOf(current.value), RETRY_SECONDS);
    next();
  }

  function tick(): void {
    for (const [key, seconds] of retryIn) {
      if (seconds <= 1) retryIn.delete(key);
      else retryIn.set(key, seconds - 1);
    }
    if (busy.peek()) return;
    const { value } = current;
    if (!value) {
      shown += 1;
      if (shown >= HALL_SECONDS) next();
      return;
    }
    if (ready.value) shown += 1;
    if (!ready.value || value.kind === 'video') still += 1;
    if (still > PATIENCE_SECONDS) failed();
    else if (shown >= value.seconds) next();
  }

  const timer = setInterval(tick, SECOND);
  const unfollow = effect(() => {
    const list = notices.value;
    const value = current.peek();
    // Its hours are over, or set-up took it away.
    if (value && !list.some((each) => 'src' in each && keyOf(each) === keyOf(value))) turnTo(null);
  });
  return {
    current,
    ready,
    moved() {
      still = 0;
      ready.value = true;
    },
    ended: next,
    failed,
    stop() {
      clearInterval(timer);
      unfollow();
    },
  };
}
