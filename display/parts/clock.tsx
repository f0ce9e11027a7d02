import type { EpochMs } from '../../shared/time.ts';
import { clock } from '../../shared/words/common.ts';

interface ClockFaceProps {
  at: EpochMs;
  timeZone: string;
}

/** `07:30:05` with smaller seconds. */
export function ClockFace({ at, timeZone }: ClockFaceProps) {
  return (
    <>
      {clock(at, timeZone)}
      <span class="seconds">{seconds(at)}</span>
    </>
  );
}

/** `:05`. Every time zone in use differs from UTC by whole minutes. */
export function seconds(at: EpochMs): string {
  return `:${String(Math.floor(at / 1000) % 60).padStart(2, '0')}`;
}

/** `07:30` whose colon is there every other second: a frozen screen is seen to be frozen. */
export function BlinkingClock({ at, timeZone }: ClockFaceProps) {
  const [hours, minutes] = clock(at, timeZone).split(':');
  return (
    <>
      {hours}
      <span class={Math.floor(at / 1000) % 2 === 0 ? 'colon' : 'colon off'}>:</span>
      {minutes}
    </>
  );
}
