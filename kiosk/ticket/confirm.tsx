import { language, wordsOf } from '../../shared/client/language.ts';
import { Pictogram } from '../../shared/client/pictogram.tsx';
import type { KioskService, NextSession, Outlook } from '../../shared/protocol/views/kiosk.ts';
import { type EpochMs, localTime } from '../../shared/time.ts';
import { clock, openingMoment, waitRange } from '../../shared/words/common.ts';
import { confirm as en } from '../../shared/words/en/confirm.ts';
import { confirm as vi } from '../../shared/words/vi/confirm.ts';
import { Heading } from '../parts/heading.tsx';
import { choiceKeys } from '../parts/keys.ts';
import { Chosen } from './chosen.tsx';
import type { NewTicketRequest } from './page.ts';

const confirmWords = wordsOf({ vi, en });

interface ConfirmProps {
  service: KioskService | null;
  outlook: Outlook | null;
  /** The end of this session; null when it has no end. */
  until: EpochMs | null;
  next: NextSession | null;
  now: EpochMs;
  timeZone: string;
  onConfirm: (session: NewTicketRequest['session']) => void;
  onLeave: () => void;
}

/** Asks before a ticket is printed whose holder may not be served in this session. */
export function Confirm({ service, outlook, until, next, now, timeZone, onConfirm, onLeave }: ConfirmProps) {
  const text = confirmWords();
  const range = outlook?.estimate ? waitRange(outlook.estimate, language.value) : null;
  const today = next?.today
    ? { part: text.parts[partOf(next.opensAt, timeZone)], from: clock(next.opensAt, timeZone) }
    : null;
  const offer = today
    ? text.nextToday(today.part, today.from)
    : next
      ? text.nextDay(openingMoment(next.opensAt, now, timeZone, language.value))
      : text.unknown;
  const choices = today ? 3 : 2;
  return (
    <section class="page confirm">
      <Chosen service={service} timeZone={timeZone} />
      <Heading>{text.title[outlook?.thisSession === 'unlikely' ? 'unlikely' : 'uncertain']}</Heading>
      <p class="note watch">
        <Pictogram name="warn" />
        <span>
          {text.why(range, until === null ? null : clock(until, timeZone))} {offer}
        </span>
      </p>
      <div class="ways-on">
        {today && (
          <button type="button" class="tile" {...choiceKeys(0, choices)} onClick={() => onConfirm('next')}>
            <Pictogram name="calendar" />
            <span class="name">{text.takeNext(today.part, today.from)}</span>
          </button>
        )}
        <button type="button" class="tile" {...choiceKeys(choices - 2, choices)} onClick={() => onConfirm('this')}>
          <Pictogram name="ticket" />
          <span class="name">{text.takeAnyway}</span>
        </button>
        <button type="button" class="tile" {...choiceKeys(choices - 1, choices, '-', 'Escape')} onClick={onLeave}>
          <Pictogram name="back" />
          <span class="name">{text.comeBackLater}</span>
        </button>
      </div>
    </section>
  );
}

function partOf(at: EpochMs, timeZone: string): keyof typeof vi.parts {
  const hour = localTime(at, timeZone).minute / 60;
  if (hour < 11) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}
