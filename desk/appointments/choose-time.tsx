import type { AppointmentSlot } from '../../shared/protocol/views/appointments.ts';
import type { DeskView } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clock } from '../../shared/words/common.ts';
import { words } from './words.ts';

interface Props {
  view: DeskView;
  /** Null until they are known. */
  slots: readonly AppointmentSlot[] | null;
  book(startsAt: EpochMs): void;
}

/** One press books: a wrong one is cancelled in the list beside it. */
export function ChooseTime({ view, slots, book }: Props) {
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
                  // By the second click of a double click another page may lie under the pointer.
                  if (free > 0 && event.detail < 2) book(startsAt);
                }}
              >
                <b>{clock(startsAt, view.office.timeZone)}</b>{' '}
                <span>{free > 0 ? words().free(free) : words().full}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
