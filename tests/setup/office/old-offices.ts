/** The parts of an office description as older data versions wrote them. */

import type { Office, OfficeLook, Voice } from '../../../shared/office/office.ts';
import { communeOffice } from '../../office.ts';

const { bookableDays: _1, appointmentHeadStartMinutes: _2, appointmentLateMinutes: _3, ...rules } = communeOffice.rules;
/** Version 5 had no pictograms, conditions, kiosks, themes, and no choice of tickets and of the order of faces. */
const services = communeOffice.services.map(({ pictogram: _, ...service }) => service);
const ticketClasses = communeOffice.ticketClasses.map(({ condition: _, pictogram: _1, ...one }) => one);
const screens = communeOffice.screens.map(({ theme: _, darkHours: _1, ...screen }) => screen);
const { kiosks: _7, ticket: _8, rating: _9, ...others } = communeOffice;
export const OFFICE_5 = { ...others, services, ticketClasses, screens };
/** Version 3 had no examples and no information desk. */
export const SERVICES_3 = services.map(({ examples: _, informationDesk: _1, ...service }) => service);
/** Version 2 also had no appointments. */
export const RULES_2 = rules;
export const SERVICES_2 = SERVICES_3.map(({ appointments: _, ...service }) => service);
/** The services of version 2 after the upgrade. */
export const UNBOOKABLE = communeOffice.services.map((service) => ({ ...service, appointments: null }));

const { dossiersPerTurn: _4, postponeMinutes: _5, burst: _6, ...oldest } = RULES_2;
/** Version 1 also had no dossiers per turn, no postponing and no pause of kiosks. */
export const RULES_1 = oldest;

/** The values that the upgrades add, repeated here because they must never change with the defaults of new offices. */
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
    theme: 'light',
    darkHours: null,
    diagonalInches: 50,
    viewingDistanceMeters: 8,
  },
];
