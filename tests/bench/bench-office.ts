import type { Office } from '../../shared/office/office.ts';
import { communeOffice } from '../office.ts';

/** Without a burst rule, because one kiosk issues thousands of tickets. */
export const benchOffice: Office = { ...communeOffice, rules: { ...communeOffice.rules, burst: null } };
