import type { AppointmentSlot, AppointmentView } from '../../shared/appointments.ts';
import type { ServiceId } from '../../shared/office.ts';
import type { Result } from '../../shared/rejections.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { read } from '../read.ts';

export function loadSlots(serviceId: ServiceId, day: BusinessDay): Promise<Result<AppointmentSlot[]>> {
  return read(`/appointments/slots?${new URLSearchParams({ serviceId, day })}`);
}

export function loadBookings(day: BusinessDay): Promise<Result<AppointmentView[]>> {
  return read(`/appointments?${new URLSearchParams({ day })}`);
}
