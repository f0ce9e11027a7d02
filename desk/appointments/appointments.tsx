import './appointments.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { explain } from '../../shared/client/explain.ts';
import { language } from '../../shared/client/language.ts';
import type { Rejection } from '../../shared/protocol/rejections.ts';
import type { AppointmentSlot, AppointmentView, BookedAppointment } from '../../shared/protocol/views/appointments.ts';
import type { EpochMs } from '../../shared/time.ts';
import { read } from '../connection/api.ts';
import type { BookingProps } from '../connection/desk.ts';
import { wholeMinutes } from '../parts/duration.ts';
import { words as deskWords } from '../parts/words.ts';
import { Booked } from './booked.tsx';
import { ChooseDay, ChooseService, ChooseTime } from './choose.tsx';
import { DayList } from './day-list.tsx';
import { words } from './words.ts';

/** For a visitor on the telephone: choose service, day and time, then read the code out. Beside it, the bookings of the day. */
export function Appointments(props: BookingProps) {
  const { view, commands, booking } = props;
  const wanted = useSignal({ serviceId: booking.services[0] ?? '', day: booking.days[0] ?? '' });
  // A chosen service or day that is no longer offered is replaced by the first one that is.
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
  // Each minute, because a slot cannot be booked any more when it begins.
  const minute = wholeMinutes(props.clock.value);
  useEffect(() => {
    if (day === '') return;
    let current = true;
    void Promise.all([
      read<AppointmentSlot[]>(`/appointments/slots?${new URLSearchParams({ serviceId, day })}`),
      read<AppointmentView[]>(`/appointments?${new URLSearchParams({ day })}`),
    ]).then(([times, listed]) => {
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
    booked.value = await commands.book(serviceId, startsAt);
  }

  return (
    <main class="appointments">
      <h1 class="unseen">{deskWords().tabs.appointments}</h1>
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
              clock={props.clock}
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
        commands={commands}
        clock={props.clock}
        day={day}
        bookings={bookings.value}
        latest={booked.value?.id ?? null}
      />
    </main>
  );
}
