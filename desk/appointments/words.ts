import { common, wordsOf } from '../../shared/client/language.ts';
import { addDays, type BusinessDay, localTime, weekdayOf } from '../../shared/time.ts';
import { appointments as en } from '../../shared/words/en/appointments.ts';
import { appointments as vi } from '../../shared/words/vi/appointments.ts';

export const words = wordsOf({ vi, en });

/** The name for use inside a sentence (`hôm nay`, `ngày mai`, `thứ Ba`), and the date (`24/11`). */
export function dayName(day: BusinessDay, now: number, timeZone: string): { name: string; date: string } {
  const today = localTime(now, timeZone).day;
  const [, month = '', dayOfMonth = ''] = day.split('-');
  const name =
    day === today ? words().today : day === addDays(today, 1) ? words().tomorrow : common().weekdays[weekdayOf(day)];
  return { name, date: `${dayOfMonth}/${month}` };
}
