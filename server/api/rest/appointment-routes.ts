import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { appointmentRequests, bookingsOfDay, slotsOfDay } from '../../../shared/protocol/appointment-requests.ts';
import { accept, refuse } from '../../../shared/protocol/rejections.ts';
import { slotsOn } from '../../queue/rules/slots.ts';
import { appointmentsOn } from '../../queue/views/appointments.ts';
import { book, obey } from '../use-cases.ts';
import { API, type HttpParts } from './dependencies.ts';
import { staff, staffOrKiosk } from './guards.ts';
import * as replies from './replies.ts';
import { nothing, type Route, route } from './route.ts';

export function appointmentRoutes({ engine }: HttpParts): Route[] {
  const path = `${API}/appointments`;
  return [
    route(
      {
        name: 'getSlots',
        method: 'GET',
        path: `${path}/slots`,
        summary: 'The times of a service that can be booked on one day',
        gate: staffOrKiosk,
        query: slotsOfDay,
        reply: {
          status: 200,
          description: 'In order of time; none where nothing can be booked',
          schema: replies.slots,
        },
      },
      async ({ query: { serviceId, day } }) =>
        engine.read((state, at) =>
          state.office.services.some(({ id }) => id === serviceId)
            ? accept(slotsOn(state, serviceId, day, at))
            : refuse({ code: 'UnknownService' }),
        ),
    ),
    route(
      {
        name: 'bookAppointment',
        method: 'POST',
        path,
        summary: 'Book a time; the same requestId again answers the same appointment',
        gate: staffOrKiosk,
        body: appointmentRequests.book,
        reply: { status: 201, description: 'The appointment, with the code for the visitor', schema: replies.booked },
      },
      ({ body, caller }) => book(engine, body, caller),
    ),
    route(
      {
        name: 'getAppointments',
        method: 'GET',
        path,
        summary: 'What is booked on one day, today or later',
        gate: staff,
        query: bookingsOfDay,
        reply: { status: 200, description: 'In order of time', schema: replies.bookings },
      },
      async ({ query }) => accept(await engine.read((state) => appointmentsOn(state, query.day))),
    ),
    route(
      {
        name: 'cancelAppointment',
        method: 'DELETE',
        path: `${path}/{appointmentId}`,
        summary: 'Cancel an appointment whose visitor has not come yet',
        gate: staff,
        params: v.strictObject({ appointmentId: v.string() }),
        reply: { status: 204, description: 'Cancelled', schema: nothing },
      },
      async ({ params: { appointmentId }, caller }) => {
        const done = await obey(engine, { type: 'CancelAppointment', appointmentId }, randomUUID(), caller);
        return done.ok ? accept(undefined) : done;
      },
    ),
  ];
}
