import {
  FIRST_APPOINTMENT_RULES,
  FIRST_LOOK,
  FIRST_RULES,
  FIRST_SCREENS,
  FIRST_VOICE,
} from '../../../shared/office/office.ts';
import { withKinds } from '../../../shared/protocol/views/notices.ts';

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
    const notices = 'notices' in data ? { notices: withKinds(data.notices) } : {};
    return {
      ...{ screens: FIRST_SCREENS, look: FIRST_LOOK, speakNotices: false },
      ...data,
      ...rules,
      ...services,
      ...notices,
    };
  },
];
