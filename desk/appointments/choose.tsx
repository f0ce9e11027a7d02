/** The three choices of a booking: service, day and time. */
import type { ReadonlySignal } from '@preact/signals';
import { say } from '../../shared/client/language.ts';
import type { ServiceId } from '../../shared/office/office.ts';
import type { AppointmentSlot } from '../../shared/protocol/views/appointments.ts';
import type { DeskView } from '../../shared/protocol/views/desk.ts';
import type { BusinessDay, EpochMs } from '../../shared/time.ts';
import { capitalised, clock as wallClock } from '../../shared/words/common.ts';
import { dayName, words } from './words.ts';

interface ServiceProps {
  view: DeskView;
  services: readonly ServiceId[];
  chosen: ServiceId;
  choose(serviceId: ServiceId): void;
}

export function ChooseService({ view, services, chosen, choose }: ServiceProps) {
  return (
    <fieldset class="pick services">
      <legend>{words().service}</legend>
      {view.services
        .filter(({ id }) => services.includes(id))
        .map(({ id, letter, name }) => (
          <button key={id} type="button" class="pick-one" aria-pressed={id === chosen} onClick={() => choose(id)}>
            <b class="letter-disc" aria-hidden="true">
              {letter}
            </b>
            {say(name)}
          </button>
        ))}
    </fieldset>
  );
}

interface DayProps {
  view: DeskView;
  clock: ReadonlySignal<EpochMs>;
  days: readonly BusinessDay[];
  chosen: BusinessDay;
  choose(day: BusinessDay): void;
}

export function ChooseDay({ view, clock, days, chosen, choose }: DayProps) {
  return (
    <fieldset class="pick days">
      <legend>{words().day}</legend>
      {days.map((day) => {
        const { name, date } = dayName(day, clock.value, view.office.timeZone);
        return (
          <button key={day} type="button" class="pick-one" aria-pressed={day === chosen} onClick={() => choose(day)}>
            {capitalised(name)} <b>{date}</b>
          </button>
        );
      })}
    </fieldset>
  );
}

interface TimeProps {
  view: DeskView;
  /** Null until they are loaded. */
  slots: readonly AppointmentSlot[] | null;
  book(startsAt: EpochMs): void;
}

/** One press books: a wrong booking can be cancelled in the list beside it. */
export function ChooseTime({ view, slots, book }: TimeProps) {
  return (
    <section aria-labelledby="times">
      <h3 id="times">{words().time}</h3>
      {slots === null ? (
        <p class="none">{words().loading}</p>
      ) : slots.length === 0 ? (
        <p class="none">{words().noSlots}</p>
      ) : (
        <ul class="times" data-list>
          {slots.map(({ startsAt, free }) => (
            <li key={startsAt}>
              <button
                type="button"
                class="pick-one time"
                data-row
                aria-disabled={free === 0}
                onClick={(event) => {
                  // At the second click of a double click, another page may be under the pointer.
                  if (free > 0 && event.detail < 2) book(startsAt);
                }}
              >
                <b>{wallClock(startsAt, view.office.timeZone)}</b>{' '}
                <span>{free > 0 ? words().free(free) : words().full}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
