import type { AppointmentSlot, AppointmentView } from '../../shared/appointments.ts';
import type { ServiceId } from '../../shared/office.ts';
import { accept, type Result, refuse } from '../../shared/rejections.ts';
import type { BusinessDay } from '../../shared/time.ts';

// Read when somebody looks, not sent with each view: all the bookings of a month are too much for every desk at every call.

export function loadSlots(serviceId: ServiceId, day: BusinessDay): Promise<Result<AppointmentSlot[]>> {
  return load(`/slots?${new URLSearchParams({ serviceId, day })}`);
}

export function loadBookings(day: BusinessDay): Promise<Result<AppointmentView[]>> {
  return load(`?${new URLSearchParams({ day })}`);
}

async function load<Value>(path: string): Promise<Result<Value>> {
  try {
    const response = await fetch(`/api/v1/appointments${path}`, { credentials: 'same-origin' });
    // `replies.slots` and `replies.bookings` on the server are these types.
    if (response.ok) return accept<Value>(await response.json());
    return refuse({ code: response.status === 401 ? 'SignInRequired' : 'InternalError' });
  } catch {
    // fetch and json fail when the server is off or something else answers in its place: nothing more is known.
    return refuse({ code: 'ConnectionLost' });
  }
}
