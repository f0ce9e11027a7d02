import { language } from '../../shared/client/language.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { Opening } from '../../shared/views.ts';
import { openingMoment } from '../../shared/words/common.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { words } from '../parts/words.ts';

interface ClosedProps {
  opening: Exclude<Opening, { state: 'open' }>;
  now: EpochMs;
  timeZone: string;
}

export function Closed({ opening, now, timeZone }: ClosedProps) {
  const text = words();
  const moment = opening.opensAt === null ? null : openingMoment(opening.opensAt, now, timeZone, language.value);
  const lunch = opening.state === 'break';
  return (
    <section class="message closed">
      <span class="sign">
        <Icon shape={lunch ? 'clock' : 'door'} />
      </span>
      <Heading>{lunch ? text.onBreak : text.closed}</Heading>
      {moment !== null && <p class="moment">{lunch ? text.resumesAt(moment) : text.opensAt(moment)}</p>}
      <p class="help">{text.closedHelp}</p>
    </section>
  );
}
