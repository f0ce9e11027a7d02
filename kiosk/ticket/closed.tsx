/** What the kiosk shows during a break and while the office is closed: when it works again, its hours, and what can be done now. */
import { common, wordsOf } from '../../shared/client/language.ts';
import { Pictogram } from '../../shared/client/pictogram.tsx';
import type { Session } from '../../shared/office/office.ts';
import type { Opening } from '../../shared/protocol/views/common.ts';
import type { KioskView } from '../../shared/protocol/views/kiosk.ts';
import { type BusinessDay, type EpochMs, localTime, WEEKDAYS, weekdayOf } from '../../shared/time.ts';
import { capitalised, clock, isLunch } from '../../shared/words/common.ts';
import { closed as en } from '../../shared/words/en/closed.ts';
import { closed as vi } from '../../shared/words/vi/closed.ts';
import { Heading } from '../parts/heading.tsx';
import { Qr } from './ticket-code.tsx';

const words = wordsOf({ vi, en });
const PORTAL = 'https://dichvucong.gov.vn';

interface ClosedProps {
  opening: Exclude<Opening, { state: 'open' }>;
  hours: KioskView['hours'];
  now: EpochMs;
  timeZone: string;
}

export function Closed({ opening, hours, now, timeZone }: ClosedProps) {
  const text = words();
  const { opensAt } = opening;
  const pause = opening.state === 'break';
  const opensOn = opensAt === null ? null : localTime(opensAt, timeZone).day;
  const later = opensOn !== localTime(now, timeZone).day;
  const lunch = pause && isLunch(opening.opensAt, timeZone);
  const title = lunch
    ? text.lunch
    : pause
      ? text.pause
      : opensAt === null
        ? text.unknown
        : later
          ? text.over
          : text.early;
  return (
    <section class="page closed">
      <div class="opens">
        <div class="title-row">
          <Heading>{title}</Heading>
          <Pictogram name={lunch ? 'lunch' : pause ? 'clock' : 'moon'} />
        </div>
        {opensAt !== null && opensOn !== null && (
          <p>
            <span class="label">{later || pause ? text.again : text.opens}</span>
            <strong class="time">{clock(opensAt, timeZone)}</strong>
            {later && <strong class="day">{dayName(opensOn)}</strong>}
          </p>
        )}
      </div>
      <div class="hours">
        <h2>{text.hours}</h2>
        <dl>
          {weekRows(hours.week).map(({ days, sessions }) => (
            <div key={days}>
              <dt>{days}</dt>
              <dd>{spans(sessions)}</dd>
            </div>
          ))}
          {hours.special && (
            <div class="special">
              <dt>{dayName(hours.special.day)}</dt>
              <dd>
                <Pictogram name="calendar" />
                {spans(hours.special.sessions)}
              </dd>
            </div>
          )}
        </dl>
      </div>
      <div class="online">
        <h2>{text.still}</h2>
        <Qr content={PORTAL} label={text.qr} />
        <p>
          <strong>{text.online}</strong>
          {text.onlineHelp}
        </p>
      </div>
    </section>
  );
}

function spans(sessions: readonly Session[]) {
  if (sessions.length === 0) return words().none;
  return sessions.map(({ from, to }) => (
    <span key={from} class="part">
      {from} – {to}
    </span>
  ));
}

/** `Thứ Tư, 25/11`. */
function dayName(day: BusinessDay): string {
  const [, month = '', dayOfMonth = ''] = day.split('-');
  return capitalised(common().shortDate(common().weekdays[weekdayOf(day)], dayOfMonth, month));
}

/** Neighbouring days with the same hours share a row: `Thứ Hai – Thứ Sáu`. */
function weekRows(week: KioskView['hours']['week']): { days: string; sessions: readonly Session[] }[] {
  const rows: { days: (typeof WEEKDAYS)[number][]; sessions: readonly Session[] }[] = [];
  for (const day of WEEKDAYS) {
    const sessions = week[day] ?? [];
    const last = rows.at(-1);
    if (last && JSON.stringify(last.sessions) === JSON.stringify(sessions)) last.days.push(day);
    else rows.push({ days: [day], sessions });
  }
  return rows.map(({ days, sessions }) => {
    const names = [days[0], ...days.slice(1).slice(-1)].map((day) => (day ? capitalised(common().weekdays[day]) : ''));
    const all = days.length === WEEKDAYS.length;
    return { days: all ? words().daily : names.join(days.length === 2 ? ', ' : ' – '), sessions };
  });
}
