import type { ServiceId } from '../../shared/office/office.ts';
import type { Result } from '../../shared/protocol/rejections.ts';
import type { AppointmentSlot, AppointmentView } from '../../shared/protocol/views/appointments.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { read } from '../connection/read.ts';

export function loadSlots(serviceId: ServiceId, day: BusinessDay): Promise<Result<AppointmentSlot[]>> {
  return read(`/appointments/slots?${new URLSearchParams({ serviceId, day })}`);
}

export function loadBookings(day: BusinessDay): Promise<Result<AppointmentView[]>> {
  return read(`/appointments?${new URLSearchParams({ day })}`);
}
