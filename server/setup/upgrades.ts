import { FIRST_VOICE } from '../../shared/office.ts';

/** For office.json, oldest first: each lifts the data by one version and adds only what is not there. */
export const officeUpgrades: readonly ((data: unknown) => unknown)[] = [
  (data) => (typeof data === 'object' && data !== null ? { voice: FIRST_VOICE, ...data } : data),
];
