import { starterOffice } from '../../server/setup/office/starter.ts';
import type { Office } from '../../shared/office/office.ts';

/** One kiosk gives thousands of tickets here, so it never pauses. */
export const benchOffice: Office = { ...starterOffice, rules: { ...starterOffice.rules, burst: null } };
