import { useEffect, useState } from 'preact/hooks';
import { language } from '../../shared/client/language.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clock, date } from '../../shared/words/common.ts';

/** The office's clock, not this machine's. */
export function Clock({ now, timeZone }: { now: () => EpochMs; timeZone: string }) {
  const [at, tick] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => tick(now()), 1000);
    return () => clearInterval(timer);
  }, [now]);
  return (
    <time class="clock">
      <strong>{clock(at, timeZone)}</strong>
      <span>{date(at, timeZone, language.value)}</span>
    </time>
  );
}
