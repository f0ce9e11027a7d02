import { type BusinessDay, localTime } from '../../shared/time.ts';
import { ZONE } from '../server/office.ts';

/** The business day of an office: the name of the journal's file. */
export function today(): BusinessDay {
  return localTime(Date.now(), ZONE).day;
}
