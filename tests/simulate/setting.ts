import { type Office, REGULAR } from '../../shared/office/office.ts';
import { type BusinessDay, type DurationMs, MINUTE } from '../../shared/time.ts';
import { ordinaryOffice } from '../queue/office.ts';
import type { shapes } from './random.ts';

/** The kind of office that is simulated. */
export interface Setting {
  counters: number;
  /** One queue for all visitors, or three queues with counters that serve two of them each. */
  services: 1 | 3;
  shape: keyof typeof shapes;
  /** The work of the morning, as a part of what the counters can do in that time. */
  load: number;
  priorityShare: number;
  /** The share of visitors with an appointment. */
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

/** The mean time of each service on the first day; it drifts from day to day. */
export const MEAN: Record<string, DurationMs> = { civil: 8 * MINUTE, land: 12 * MINUTE, social: 10 * MINUTE };

export const servicesOf = ({ services }: Setting): string[] =>
  services === 1 ? ['civil'] : ['civil', 'land', 'social'];

export const countersOf = ({ counters }: Setting): string[] =>
  Array.from({ length: counters }, (_, index) => `c${index}`);

/** Slots with a place for every visitor of the simulation. */
export const SLOTS = { slotMinutes: 30, perSlot: 100 };

/** With `strict` every class has the same weight, so that visitors are called in order of arrival. */
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
  // Open all day, because a visitor called late in the morning is served into the break.
  const specialDays = { [day]: [{ from: '00:00', to: '24:00' }] };
  const bookable = ordinaryOffice.services.map((service) => ({ ...service, appointments: SLOTS }));
  return { ...ordinaryOffice, services: bookable, counters, ticketClasses, specialDays };
}

export const CLASSES = [REGULAR, 'elderly'] as const;
