import { type Office, REGULAR } from '../../shared/office/office.ts';
import { type BusinessDay, type DurationMs, MINUTE } from '../../shared/time.ts';
import { ordinaryOffice } from '../queue/office.ts';
import type { shapes } from './random.ts';

/** What kind of office the days are played in. */
export interface Setting {
  counters: number;
  /** One queue for all, or three with counters that serve two of them each. */
  services: 1 | 3;
  shape: keyof typeof shapes;
  /** Work that comes, as a part of what the counters can do in the morning. */
  load: number;
  priorityShare: number;
  /** Part of the visitors who have an appointment. */
  bookedShare: number;
}

/** Offices with 1 to 5 counters, with one queue and with three. */
export function settings({
  loads,
  priorityShares,
  bookedShare = 0,
}: {
  loads: number[];
  priorityShares: number[];
  bookedShare?: number;
}): Setting[] {
  return [1, 2, 3, 4, 5].flatMap((counters) =>
    ([1, 3] as const).flatMap((services) =>
      loads.flatMap((load) =>
        priorityShares.map((priorityShare) => ({
          counters,
          services,
          load,
          priorityShare,
          bookedShare,
          shape: 'lognormal' as const,
        })),
      ),
    ),
  );
}

/** What a service takes at first; it drifts from day to day. */
export const MEAN: Record<string, DurationMs> = { civil: 8 * MINUTE, land: 12 * MINUTE, social: 10 * MINUTE };

export const servicesOf = ({ services }: Setting): string[] =>
  services === 1 ? ['civil'] : ['civil', 'land', 'social'];

export const countersOf = ({ counters }: Setting): string[] =>
  Array.from({ length: counters }, (_, index) => `c${index}`);

/** With a place for everybody whom the calendar sends. */
export const SLOTS = { slotMinutes: 30, perSlot: 100 };

/** `strict`: every class weighs the same, so that visitors are called in order of arrival. */
export function officeOf(setting: Setting, day: BusinessDay, strict = false): Office {
  const services = servicesOf(setting);
  const counters = countersOf(setting).map((id, index) => ({
    id,
    number: index + 1,
    services: services.filter((_, at) => services.length === 1 || setting.counters === 1 || at !== index % 3),
  }));
  const ticketClasses = ordinaryOffice.ticketClasses.map(({ weight, ...rest }) => ({
    ...rest,
    weight: strict ? 1 : weight,
  }));
  // Whoever was called late in the morning is served into the break, as a decent clerk does.
  const specialDays = { [day]: [{ from: '00:00', to: '24:00' }] };
  const bookable = ordinaryOffice.services.map((service) => ({ ...service, appointments: SLOTS }));
  return { ...ordinaryOffice, services: bookable, counters, ticketClasses, specialDays };
}

export const CLASSES = [REGULAR, 'elderly'] as const;
