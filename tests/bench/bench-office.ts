import type { Office } from '../../shared/office/office.ts';
import { communeOffice } from '../office.ts';

/** One kiosk gives thousands of tickets here, so it never pauses. */
export const benchOffice: Office = { ...communeOffice, rules: { ...communeOffice.rules, burst: null } };
