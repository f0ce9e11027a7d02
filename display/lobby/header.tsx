import { language } from '../../shared/client/language.ts';
import { Logo } from '../../shared/client/look.tsx';
import type { OfficeHead } from '../../shared/protocol/views/common.ts';
import type { EpochMs } from '../../shared/time.ts';
import { dayOfYear } from '../../shared/words/common.ts';
import type { Sound } from '../parts/chime.ts';
import { BlinkingClock } from '../parts/clock.tsx';
import { SoundButton } from './sound-button.tsx';

interface Props {
  office: OfficeHead;
  now: EpochMs;
  timeInDoubt: boolean;
  sound: Sound;
}

/** Letters of the name beside which there is room for the date, without a logo and with one. */
const ROOM = 50;
const ROOM_BESIDE_LOGO = 36;

export function Header({ office, now, timeInDoubt, sound }: Props) {
  const name = office.name[language.value];
  const hasRoom = name.length <= (office.look.logo === null ? ROOM : ROOM_BESIDE_LOGO);
  return (
    <header class="header">
      <Logo src={office.look.logo} />
      <h1>{name}</h1>
      <SoundButton sound={sound} />
      {!timeInDoubt && (
        <>
          {hasRoom && (sound === 'on' || sound === 'starting') && (
            <p class="date">{dayOfYear(now, office.timeZone, language.value)}</p>
          )}
          <p class="time">
            <BlinkingClock at={now} timeZone={office.timeZone} />
          </p>
        </>
      )}
    </header>
  );
}
