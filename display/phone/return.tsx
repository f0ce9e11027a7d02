import type { PhoneView } from '../../shared/protocol/views/phone.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';
import { clock } from '../../shared/words/common.ts';
import { At, Lead } from './lead.tsx';
import { words } from './words.ts';

/** Where a visitor who missed the call, or was sent to complete papers, is to go, and until when. */
export function Return({ ticket, now }: { ticket: PhoneView & { status: 'missed' | 'away' }; now: EpochMs }) {
  const text = words();
  const missed = ticket.status === 'missed';
  const time = (at: EpochMs) => clock(at, ticket.office.timeZone);
  const { until, endedAt, counterNumber } = ticket;
  if (until <= now) {
    return (
      <>
        <Lead icon="clock">{missed ? text.missed : text.away}</Lead>
        <p class="deadline">{text.tooLate(time(until))}</p>
        <p class="help">{text.tooLateHelp}</p>
      </>
    );
  }
  const left = text.timeLeft(Math.ceil((until - now) / MINUTE));
  return (
    <>
      <Lead icon={missed ? 'clock' : 'papers'}>{missed ? text.missed : text.away}</Lead>
      <At lead={missed ? text.tellStaffAt : text.comeBackTo} counter={counterNumber} />
      <p class="deadline">{text.before(time(until))}</p>
      {!ticket.timeInDoubt && (
        <p class="clocks" aria-live="off">
          {missed && endedAt !== null ? `${left} · ${text.missedAt(time(endedAt))}` : left}
        </p>
      )}
      <p class="relief">
        {(missed ? text.missedRelief : text.awayRelief).map((sentence) => (
          <span key={sentence} class="sentence">
            {sentence}{' '}
          </span>
        ))}
      </p>
    </>
  );
}
