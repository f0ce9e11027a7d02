import { language } from '../../shared/client/language.ts';
import type { Opening } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { isLunch, openingMoment } from '../../shared/words/common.ts';
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
  const { opensAt } = opening;
  const moment = opensAt === null ? null : openingMoment(opensAt, now, timeZone, language.value);
  const pause = opening.state === 'break';
  const pauseName = pause && isLunch(opening.opensAt, timeZone) ? text.onLunch : text.onBreak;
  return (
    <section class="message closed">
      <span class="sign">
        <Icon shape={pause ? 'clock' : 'door'} />
      </span>
      <Heading>{pause ? pauseName : text.closed}</Heading>
      {moment !== null && <p class="moment">{pause ? text.resumesAt(moment) : text.opensAt(moment)}</p>}
      <p class="help">{text.closedHelp}</p>
    </section>
  );
}
