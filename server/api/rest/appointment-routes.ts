import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { accept, refuse } from '../../../shared/protocol/rejections.ts';
import { appointmentRequests, bookingsOfDay, slotsOfDay } from '../../../shared/protocol/requests.ts';
import { appointmentSlot, appointmentView, bookedAppointment } from '../../../shared/protocol/views/appointments.ts';
import { slotsOn } from '../../queue/rules/slots.ts';
import { appointmentsOn } from '../../queue/views/appointments.ts';
import { book, runCommand } from '../use-cases.ts';
import { API, type RestDependencies } from './dependencies.ts';
import { staff, staffOrKiosk } from './guards.ts';
import { noContent, type Route, route } from './route.ts';

export function appointmentRoutes({ engine }: RestDependencies): Route[] {
  const path = `${API}/appointments`;
  return [
    route(
      {
        name: 'getSlots',
        method: 'GET',
        path: `${path}/slots`,
        summary: 'The times of a service that can be booked on one day',
        guard: staffOrKiosk,
        query: slotsOfDay,
        reply: {
          status: 200,
          description: 'In order of time; none where nothing can be booked',
          schema: v.array(appointmentSlot),
        },
      },
      async ({ query: { serviceId, day } }) =>
        engine.read(({ queue }, at) =>
          queue.office.services.some(({ id }) => id === serviceId)
            ? accept(slotsOn(queue, serviceId, day, at))
            : refuse({ code: 'UnknownService' }),
        ),
    ),
    route(
      {
        name: 'bookAppointment',
        method: 'POST',
        path,
        summary: 'Book a time; the same requestId again answers the same appointment',
        guard: staffOrKiosk,
        body: appointmentRequests.book,
        reply: {
          status: 201,
          description: 'The appointment, with the code for the visitor',
          schema: bookedAppointment,
        },
      },
      ({ body, caller }) => book(engine, body, caller),
    ),
    route(
      {
        name: 'getAppointments',
        method: 'GET',
        path,
        summary: 'What is booked on one day, today or later',
        guard: staff,
        query: bookingsOfDay,
        reply: { status: 200, description: 'In order of time', schema: v.array(appointmentView) },
      },
      async ({ query }) => accept(await engine.read(({ queue }) => appointmentsOn(queue, query.day))),
    ),
    route(
      {
        name: 'cancelAppointment',
        method: 'DELETE',
        path: `${path}/{appointmentId}`,
        summary: 'Cancel an appointment whose visitor has not come yet',
        guard: staff,
        params: v.strictObject({ appointmentId: v.string() }),
        reply: { status: 204, description: 'Cancelled', schema: noContent },
      },
      async ({ params: { appointmentId }, caller }) => {
        const done = await runCommand(engine, { type: 'CancelAppointment', appointmentId }, randomUUID(), caller);
        return done.ok ? accept(undefined) : done;
      },
    ),
  ];
}
