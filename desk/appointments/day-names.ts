import { common } from '../../shared/client/language.ts';
import { addDays, type BusinessDay, localTime, weekdayOf } from '../../shared/time.ts';
import { words } from './words.ts';

/** `hôm nay`, `ngày mai`, `thứ Ba`, as inside a sentence; and `24/11`. */
export function dayName(day: BusinessDay, now: number, timeZone: string): { name: string; date: string } {
  const today = localTime(now, timeZone).day;
  const [, month = '', dayOfMonth = ''] = day.split('-');
  const name =
    day === today ? words().today : day === addDays(today, 1) ? words().tomorrow : common().weekdays[weekdayOf(day)];
  return { name, date: `${dayOfMonth}/${month}` };
}
