import { starterOffice } from '../../server/setup/starter.ts';
import { type BusinessDay, localTime } from '../../shared/time.ts';

/** The business day of the starter office: the name of the journal's file. */
export function today(): BusinessDay {
  return localTime(Date.now(), starterOffice.timeZone).day;
}
