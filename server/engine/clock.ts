/** The office's time, from which every decision takes its time, and the rule by which a change of the machine's clock is trusted. */
import { performance } from 'node:perf_hooks';
import type { ClockReason } from '../../shared/protocol/views/clock.ts';
import type { Health } from '../../shared/protocol/views/common.ts';
import { type DurationMs, type EpochMs, MINUTE } from '../../shared/time.ts';

export interface OfficeClock {
  /** The office's time. It runs backwards only by `set` and `startFrom`, and leaps only by these. */
  now(): EpochMs;
  /** To be called once, at the start: the office's time goes on from `at`, the last time in the journal. */
  startFrom(at: EpochMs): void;
  /** How the machine's clock differs from the office's time; null while they agree, and once it was said which one is right. */
  doubt(): ClockDoubt | null;
  /** It was decided that the office's time is `at`; the machine's clock may go on to differ by as much as it does now. */
  set(at: EpochMs): void;
  state(): Health['clock'];
}

export interface ClockDoubt {
  /** By how much the machine's clock is ahead of the office's time; negative when it is behind. */
  ahead: DurationMs;
  /** True when the difference was there at the start: then time may have passed while the server was off. */
  sinceStart: boolean;
}

/** A time server may correct the machine's clock by this much without a question. */
export const TOLERATED: DurationMs = 5_000;

/**
 * Compares the machine's clock with a monotonic one, which nobody can set. As long as both run alike, the office's time is the machine's.
 * After a step the office goes on by the old time, until `set`. A step back within TOLERATED makes the office's time stand still.
 */
export function officeClock(
  wall: () => EpochMs = Date.now,
  elapsed: () => DurationMs = () => performance.now(),
): OfficeClock {
  let [trusted, trustedAt] = [wall(), elapsed()];
  let shown = Number.NEGATIVE_INFINITY;
  let sinceStart = false;
  /** The difference that somebody has accepted. */
  let accepted: DurationMs = 0;

  /** How far the machine's clock is ahead of the office's time; 0 as long as it is trusted. */
  const read = (): DurationMs => {
    const [machine, passed] = [wall(), elapsed()];
    const expected = trusted + (passed - trustedAt);
    const ahead = machine - expected;
    if (Math.abs(ahead) > TOLERATED) {
      shown = Math.max(shown, expected);
      return ahead;
    }
    shown = Math.max(shown, machine);
    [trusted, trustedAt, accepted, sinceStart] = [shown, passed, 0, false];
    return 0;
  };
  const continueFrom = (at: EpochMs): void => {
    [trusted, trustedAt, shown] = [at, elapsed(), at];
  };
  return {
    now() {
      read();
      return Math.floor(shown);
    },
    startFrom(at) {
      continueFrom(at);
      sinceStart = true;
    },
    doubt() {
      const ahead = read();
      return Math.abs(ahead - accepted) <= TOLERATED ? null : { ahead, sinceStart };
    },
    set(at) {
      continueFrom(at);
      sinceStart = false;
      accepted = wall() - at;
      read();
    },
    state() {
      const ahead = read();
      if (ahead === 0) return 'ok';
      if (Math.abs(ahead - accepted) <= TOLERATED) return 'wrong';
      return ahead > 0 ? 'ahead' : 'behind';
    },
  };
}

/** What is known when the machine's clock differs from the office's time. */
export interface Evidence {
  /** Whether anything that visitors or clerks are in the middle of would end by the machine's time. */
  endsSomething: boolean;
  /** By how much the clock of each signed-in desk differs from the machine's time; desks on the server's own machine are left out. */
  desks: readonly DurationMs[];
  /** By the machine's time a later business day has begun. */
  laterDay: boolean;
  /** Since when nobody has been signed in although the office is open by the machine's time. */
  unattended: DurationMs;
}

/** Clocks of computers on a LAN differ by seconds; wrong ones mostly by hours or years. */
const DESKS_AGREE: DurationMs = 2 * MINUTE;
const UNATTENDED: DurationMs = 5 * MINUTE;

/** Why the office follows the machine's clock without asking; null when a supervisor must say which time is right. */
export function reasonToFollow({
  endsSomething,
  desks,
  laterDay,
  unattended,
}: Evidence): Exclude<ClockReason, 'supervisor' | 'machine-returned'> | null {
  if (!endsSomething) return 'ends-nothing';
  if (desks.length > 0 && desks.every((differs) => Math.abs(differs) <= DESKS_AGREE)) return 'desks-agree';
  return laterDay && unattended >= UNATTENDED ? 'nobody-signed-in' : null;
}
