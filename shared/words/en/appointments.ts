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
  noSlots: 'No time can be booked on this day any more. Please choose another day.',
  rule: (headStart, late) =>
    `Please tell the visitor: whoever is on time counts as having come ${headStart} minutes before the appointment; whoever is more than ${late} minutes late waits like everybody else.`,

  booked: 'The appointment is booked',
  readOut: 'Please read the digits out slowly and ask the visitor to repeat them:',
  code: 'Code',
  atKiosk: 'On arrival the visitor presses “I have an appointment” at the kiosk and types this code.',
  another: 'Book another one',

  listHeading: (day) => `Appointments, ${day}`,
  count: (count) => `${count} ${count === 1 ? 'appointment' : 'appointments'}`,
  none: 'Nothing is booked on this day.',
  statuses: { booked: 'not here yet', arrived: 'has come', cancelled: 'cancelled' },
  cancel: 'Cancel',
  cancelIt: 'Cancel the appointment',
  cancelTitle: (time) => `Cancel the appointment at ${time}?`,
  cancelLead: (code, service) => `Code ${code}, ${service}. The place will be free for others.`,

  missing: 'This part could not be loaded. The server may just have been updated.',
  reload: 'Reload the page',
};
