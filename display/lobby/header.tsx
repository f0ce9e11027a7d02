import type { ReadonlySignal } from '@preact/signals';
import { language } from '../../shared/client/language.ts';
import { Logo } from '../../shared/client/look.tsx';
import { Name } from '../../shared/client/name.tsx';
import type { OfficeHead, Opening } from '../../shared/protocol/views/common.ts';
import type { EpochMs } from '../../shared/time.ts';
import { date } from '../../shared/words/common.ts';
import { Bilingual, openingText } from '../parts/bilingual.tsx';
import { ClockFace } from '../parts/clock.tsx';

interface Props {
  office: OfficeHead;
  opening: Opening;
  clock: ReadonlySignal<EpochMs>;
  timeInDoubt: boolean;
}

export function Header({ office, opening, clock, timeInDoubt }: Props) {
  return (
    <header class="header">
      <Logo src={office.look.logo} />
      <div class="office">
        <h1>
          <Name text={office.name[language.value]} />
        </h1>
        <div class="below">
          <p class="motto">{office.motto[language.value]}</p>
          <p class={`opening ${opening.state}`}>
            <Bilingual text={openingText(opening, clock.value, office.timeZone)} />
          </p>
        </div>
      </div>
      {!timeInDoubt && (
        <div class="clock">
          <p class="time">
            <ClockFace at={clock.value} timeZone={office.timeZone} />
          </p>
          <p class="date">{date(clock.value, office.timeZone, language.value)}</p>
        </div>
      )}
    </header>
  );
}
