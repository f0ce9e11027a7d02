import { language, wordsOf } from '../../shared/client/language.ts';
import type { NextSession, Outlook } from '../../shared/protocol/views/kiosk.ts';
import { type EpochMs, localTime } from '../../shared/time.ts';
import { clock, openingMoment, waitRange } from '../../shared/words/common.ts';
import { confirm as en } from '../../shared/words/en/confirm.ts';
import { confirm as vi } from '../../shared/words/vi/confirm.ts';
import { choiceKeys } from '../parts/keys.ts';
import { Message } from '../parts/message.tsx';
import type { NewTicketRequest } from './page.ts';

const confirmWords = wordsOf({ vi, en });

interface ConfirmProps {
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
export function Confirm({ outlook, until, next, now, timeZone, onConfirm, onLeave }: ConfirmProps) {
  const text = confirmWords();
  const unlikely = outlook?.thisSession === 'unlikely';
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
  const help = `${text.why(range, until === null ? null : clock(until, timeZone))} ${offer}`;
  return (
    <Message
      kind="confirm"
      sign="clock"
      tone="warn"
      title={text.title[unlikely ? 'unlikely' : 'uncertain']}
      help={help}
    >
      <div class="choices">
        {today && (
          <button type="button" class="primary" {...choiceKeys(0, choices)} onClick={() => onConfirm('next')}>
            {text.takeNext(today.part, today.from)}
          </button>
        )}
        <button
          type="button"
          class={today ? '' : 'primary'}
          {...choiceKeys(choices - 2, choices)}
          onClick={() => onConfirm('this')}
        >
          {text.takeAnyway}
        </button>
        <button type="button" {...choiceKeys(choices - 1, choices, '-', 'Escape')} onClick={onLeave}>
          {text.comeBackLater}
        </button>
      </div>
    </Message>
  );
}

function partOf(at: EpochMs, timeZone: string): keyof typeof vi.parts {
  const hour = localTime(at, timeZone).minute / 60;
  if (hour < 11) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}
