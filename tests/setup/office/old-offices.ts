/** What differs in the offices that older data versions wrote. */

import type { Office, OfficeLook, Voice } from '../../../shared/office/office.ts';
import { communeOffice } from '../../office.ts';

const { bookableDays: _1, appointmentHeadStartMinutes: _2, appointmentLateMinutes: _3, ...rules } = communeOffice.rules;
/** In version 2 nothing could be booked. */
export const RULES_2 = rules;
export const SERVICES_2 = communeOffice.services.map(({ appointments: _, ...service }) => service);
/** What those services are now. */
export const UNBOOKABLE = communeOffice.services.map((service) => ({ ...service, appointments: null }));

const { dossiersPerTurn: _4, postponeMinutes: _5, burst: _6, ...oldest } = RULES_2;
/** In version 1, moreover, each ticket was one dossier, nobody could postpone, and a kiosk never paused. */
export const RULES_1 = oldest;

/** What an upgrade adds, written out a second time: it must never change, whatever a new office gets. */
export const FIRST_RULES = { dossiersPerTurn: 3, postponeMinutes: 30, burst: null };
export const FIRST_APPOINTMENT_RULES = {
  bookableDays: 14,
  appointmentHeadStartMinutes: 30,
  appointmentLateMinutes: 10,
};
export const FIRST_VOICE: Voice = { languages: ['vi', 'en'], style: 'digits', dialect: 'north', repeat: false };
export const FIRST_LOOK: OfficeLook = { accent: '#f5b700', logo: null };
export const FIRST_SCREENS: Office['screens'] = [
  {
    id: 'hall',
    name: { vi: 'Sảnh chờ', en: 'Waiting hall' },
    services: 'all',
    orientation: 'auto',
    calls: 'left',
    diagonalInches: 50,
    viewingDistanceMeters: 8,
  },
];
