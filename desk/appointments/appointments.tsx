import './appointments.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { language } from '../../shared/client/language.ts';
import type { Rejection } from '../../shared/protocol/rejections.ts';
import type { AppointmentSlot, AppointmentView, BookedAppointment } from '../../shared/protocol/views/appointments.ts';
import type { EpochMs } from '../../shared/time.ts';
import { explain } from '../../shared/words/rejection.ts';
import type { BookingPart } from '../connection/desk.ts';
import { wholeMinutes } from '../parts/duration.ts';
import { Booked } from './booked.tsx';
import { ChooseDay } from './choose-day.tsx';
import { ChooseService } from './choose-service.tsx';
import { ChooseTime } from './choose-time.tsx';
import { DayList } from './day-list.tsx';
import { loadBookings, loadSlots } from './load.ts';
import { words } from './words.ts';

/** Somebody telephones: choose service, day and time, read the code out. Beside it, what the day has booked. */
export function Appointments(part: BookingPart) {
  const { view, orders, booking } = part;
  const wanted = useSignal({ serviceId: booking.services[0] ?? '', day: booking.days[0] ?? '' });
  // What is no longer offered gives way to what is.
  const serviceId = booking.services.find((id) => id === wanted.value.serviceId) ?? booking.services[0] ?? '';
  const day = booking.days.find((each) => each === wanted.value.day) ?? booking.days[0] ?? '';
  const slots = useSignal<AppointmentSlot[] | null>(null);
  const bookings = useSignal<AppointmentView[] | null>(null);
  const trouble = useSignal<Rejection | null>(null);
  const booked = useSignal<BookedAppointment | null>(null);

  useEffect(() => {
    slots.value = null;
  }, [serviceId, day]);
  useEffect(() => {
    bookings.value = null;
  }, [day]);
  // A slot that begins can be booked no more.
  const minute = wholeMinutes(part.clock.value);
  useEffect(() => {
    if (day === '') return;
    let current = true;
    void Promise.all([loadSlots(serviceId, day), loadBookings(day)]).then(([times, listed]) => {
      if (!current) return;
      if (times.ok) slots.value = times.value;
      if (listed.ok) bookings.value = listed.value;
      trouble.value = !times.ok ? times.rejection : listed.ok ? null : listed.rejection;
    });
    return () => {
      current = false;
    };
  }, [serviceId, day, booking.changes, minute]);

  async function book(startsAt: EpochMs): Promise<void> {
    booked.value = await orders.book(serviceId, startsAt);
  }

  return (
    <main class="appointments">
      <section class="card" aria-labelledby="book">
        {booked.value ? (
          <Booked
            view={view}
            booked={booked.value}
            onAnother={() => {
              booked.value = null;
            }}
          />
        ) : (
          <>
            <h2 id="book">{words().heading}</h2>
            <ChooseService
              view={view}
              services={booking.services}
              chosen={serviceId}
              choose={(id) => {
                wanted.value = { serviceId: id, day };
              }}
            />
            <ChooseDay
              view={view}
              clock={part.clock}
              days={booking.days}
              chosen={day}
              choose={(each) => {
                wanted.value = { serviceId, day: each };
              }}
            />
            <ChooseTime view={view} slots={day === '' ? [] : slots.value} book={book} />
            <p class="muted rule">{words().rule(booking.headStartMinutes, booking.lateMinutes)}</p>
          </>
        )}
        <p class="over" role="status">
          {trouble.value && explain(trouble.value, language.value, view.office.timeZone)}
        </p>
      </section>
      <DayList
        view={view}
        orders={orders}
        clock={part.clock}
        day={day}
        bookings={bookings.value}
        latest={booked.value?.id ?? null}
      />
    </main>
  );
}
