import { starterOffice } from '../../server/setup/starter.ts';
import type { Office } from '../../shared/office.ts';

/** One kiosk gives thousands of tickets here, so it never pauses. */
export const benchOffice: Office = { ...starterOffice, rules: { ...starterOffice.rules, burst: null } };
