import { FIRST_APPOINTMENT_RULES, FIRST_RULES, FIRST_VOICE } from '../../shared/office.ts';

/** For office.json, oldest first: each lifts the data by one version and adds only what is not there. */
export const officeUpgrades: readonly ((data: unknown) => unknown)[] = [
  (data) => {
    if (typeof data !== 'object' || data === null) return data;
    const rules = 'rules' in data ? { rules: { ...FIRST_RULES, ...Object(data.rules) } } : {};
    return { voice: FIRST_VOICE, publicAddress: null, ...data, ...rules };
  },
  (data) => {
    if (typeof data !== 'object' || data === null) return data;
    const rules = 'rules' in data ? { rules: { ...FIRST_APPOINTMENT_RULES, ...Object(data.rules) } } : {};
    const services =
      'services' in data && Array.isArray(data.services)
        ? { services: data.services.map((service: unknown) => ({ appointments: null, ...Object(service) })) }
        : {};
    return { ...data, ...rules, ...services };
  },
];
