import type { appointments as vi } from '../vi/appointments.ts';

export const appointments: typeof vi = {
  heading: 'Book an appointment',
  service: 'Service',
  day: 'Day',
  time: 'Time',
  today: 'today',
  tomorrow: 'tomorrow',
  free: (count) => `${count} left`,
  full: 'full',
  loading: 'Loading…',
  noSlots: 'There are no times left on this day. Please choose another day.',
  rule: (headStart, late) =>
    `Please tell the visitor: if you arrive on time, you are queued as if you had come ${headStart} minutes early. If you are more than ${late} minutes late, you wait like everyone else.`,

  booked: 'The appointment is booked',
  readOut: 'Please read the digits out slowly and ask the visitor to repeat them:',
  code: 'Code',
  atKiosk: 'On arrival the visitor presses “I have an appointment” at the kiosk and enters this code.',
  another: 'Book another one',

  listHeading: (day) => `Appointments, ${day}`,
  count: (count) => `${count} ${count === 1 ? 'appointment' : 'appointments'}`,
  none: 'No appointments on this day.',
  statuses: { booked: 'not here yet', arrived: 'arrived', cancelled: 'cancelled' },
  cancel: 'Cancel',
  cancelIt: 'Cancel the appointment',
  cancelTitle: (time) => `Cancel the appointment at ${time}?`,
  cancelLead: (code, service) => `Code ${code}, ${service}. This time will be free for someone else.`,

  missing: 'This part could not be loaded. The server may just have been updated.',
  reload: 'Reload the page',
};
