/** Chooses the picture or video that is shown between calls. One that does not load, or stops, is skipped for a while. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { BoardNotice } from '../../shared/protocol/views/notices.ts';

export type MediaNotice = Extract<BoardNotice, { src: string }>;

/** After each round the panel of the current call is shown for this time: visitors need to see who is served. */
export const HALL_SECONDS = 12;
/** A picture of 10 MB loads over a slow wireless network within this time; a video that stops longer is skipped. */
export const PATIENCE_SECONDS = 10;
/** After this time a skipped file is tried again: it may have been replaced. */
export const RETRY_SECONDS = 300;

const SECOND = 1_000;

export interface MediaRotation {
  /** Null for the panel of the current call. */
  current: ReadonlySignal<MediaNotice | null>;
  /** Whether `current` can be seen; until then the panel of the current call stays. */
  ready: ReadonlySignal<boolean>;
  /** The picture has loaded, or the video has moved on. */
  moved(): void;
  /** The video has ended. */
  ended(): void;
  /** The browser cannot show it. */
  failed(): void;
  stop(): void;
}

/** While `busy` no time is counted: a call interrupts a picture without shortening it. */
export function createMediaRotation(
  notices: ReadonlySignal<readonly BoardNotice[]>,
  busy: ReadonlySignal<boolean>,
): MediaRotation {
  const current = signal<MediaNotice | null>(null);
  const ready = signal(false);
  const retryIn = new Map<string, number>();
  /** Seconds for which the current one was shown, and since it last moved. */
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

  /** Goes to the next one that is not skipped; after the last one, to the panel of the current call. */
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
    // The hours of the notice are over, or it was removed from set-up.
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
