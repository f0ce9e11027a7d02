import { type BusinessDay, localTime } from '../../shared/time.ts';
import { ZONE } from '../server/office.ts';

/** The current business day, by which the journal file is named. */
export function today(): BusinessDay {
  return localTime(Date.now(), ZONE).day;
}
