/** What differs in the offices that older data versions wrote. */
import { starterOffice } from '../../../server/setup/office/starter.ts';

const { bookableDays: _1, appointmentHeadStartMinutes: _2, appointmentLateMinutes: _3, ...rules } = starterOffice.rules;
/** In version 2 nothing could be booked. */
export const RULES_2 = rules;
export const SERVICES_2 = starterOffice.services.map(({ appointments: _, ...service }) => service);
/** What those services are now. */
export const UNBOOKABLE = starterOffice.services.map((service) => ({ ...service, appointments: null }));

const { dossiersPerTurn: _4, postponeMinutes: _5, burst: _6, ...oldest } = RULES_2;
/** In version 1, moreover, each ticket was one dossier, nobody could postpone, and a kiosk never paused. */
export const RULES_1 = oldest;
