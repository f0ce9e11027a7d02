/** The times that can be booked, and the arrival time that an appointment gives in the line. */

import { sessionsOn } from '../../../shared/calendar/hours.ts';
import { isServed, type Office, type OfficeRules, type ServiceId } from '../../../shared/office/office.ts';
import type { AppointmentSlot } from '../../../shared/protocol/views/appointments.ts';
import {
  addDays,
  type BusinessDay,
  type EpochMs,
  instantOf,
  localTime,
  MINUTE,
  type MinuteOfDay,
} from '../../../shared/time.ts';
import type { Booking } from '../events.ts';
import type { State } from '../state.ts';

/**
 * Since when a booked visitor who comes at `at` counts as waiting. The rule as visitors read it: "If you have booked and come on time,
 * you wait as if you had come 30 minutes before your appointment." So no visitor of the same class who came earlier by more than the
 * head start is overtaken. Early visitors are called early only while no other visitor has waited; late ones wait from their arrival.
 */
export function arrivalClock(startsAt: EpochMs, at: EpochMs, rules: OfficeRules): EpochMs {
  const inTime = at <= startsAt + rules.appointmentLateMinutes * MINUTE;
  return inTime ? Math.max(startsAt, at) - rules.appointmentHeadStartMinutes * MINUTE : at;
}

/**
 * The slots of one service on one day that can still be booked, full ones too; empty when the service or the day cannot be booked. The
 * next slot is left out when it begins within the head start: a visitor who books it on the spot would wait as if having come before.
 */
export function slotsOn(state: State, serviceId: ServiceId, day: BusinessDay, at: EpochMs): AppointmentSlot[] {
  const { office } = state;
  const rule = office.services.find(({ id }) => id === serviceId)?.appointments;
  if (!rule || !isServed(office, serviceId) || !isBookable(state, day)) return [];
  const headStart = office.rules.appointmentHeadStartMinutes * MINUTE;
  const taken = [...state.appointments.values()].filter(
    (appointment) => appointment.serviceId === serviceId && appointment.status !== 'cancelled',
  );
  return beginnings(office, day, rule.slotMinutes)
    .map((minute) => instantOf(day, minute, office.timeZone))
    .filter((startsAt) => startsAt > at && startsAt - headStart >= at)
    .map((startsAt) => {
      const endsAt = startsAt + rule.slotMinutes * MINUTE;
      const booked = taken.filter((other) => startsAt <= other.startsAt && other.startsAt < endsAt).length;
      return { startsAt, endsAt, free: Math.max(0, rule.perSlot - booked) };
    });
}

/** The days that visitors may book, today included. */
export function bookableDays(state: State): BusinessDay[] {
  const { office, day } = state;
  return Array.from({ length: office.rules.bookableDays + 1 }, (_, index) => addDays(day, index)).filter(
    (each) => isBookable(state, each) && sessionsOn(office, each).length > 0,
  );
}

/** The bookings that are carried over into `day`: all of that day and later ones. */
export function bookingsFrom(day: BusinessDay, before: State, timeZone: string): Booking[] {
  return [...before.appointments.values()]
    .filter(({ status, startsAt }) => status === 'booked' && localTime(startsAt, timeZone).day >= day)
    .map(({ appointmentId, code, serviceId, startsAt, endsAt }) => ({
      appointmentId,
      code,
      serviceId,
      startsAt,
      endsAt,
    }));
}

function isBookable({ office, day: today, closed }: State, day: BusinessDay): boolean {
  if (day === today) return !closed;
  return today < day && day <= addDays(today, office.rules.bookableDays);
}

/** Where the slots of a day begin; each ends within its session. */
function beginnings(office: Office, day: BusinessDay, slotMinutes: number): MinuteOfDay[] {
  return sessionsOn(office, day).flatMap(({ from, to }) =>
    Array.from({ length: Math.floor((to - from) / slotMinutes) }, (_, index) => from + index * slotMinutes),
  );
}
