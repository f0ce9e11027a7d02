import { language } from '../../shared/client/language.ts';
import { addDays, type BusinessDay, localTime, weekdayOf } from '../../shared/time.ts';
import { commonWords } from '../../shared/words/common.ts';
import { words } from './words.ts';

/** `Hôm nay`, `Ngày mai`, `Thứ Ba`; and `24/11`. */
export function dayName(day: BusinessDay, now: number, timeZone: string): { name: string; date: string } {
  const today = localTime(now, timeZone).day;
  const weekday = commonWords[language.value].weekdays[weekdayOf(day)];
  const [, month = '', dayOfMonth = ''] = day.split('-');
  const name =
    day === today
      ? words().today
      : day === addDays(today, 1)
        ? words().tomorrow
        : weekday.charAt(0).toUpperCase() + weekday.slice(1);
  return { name, date: `${dayOfMonth}/${month}` };
}
