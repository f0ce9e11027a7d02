import { type ReadonlySignal, useSignal } from '@preact/signals';
import { say } from '../../shared/client/language.ts';
import type { AppointmentView } from '../../shared/protocol/views/appointments.ts';
import type { DeskView } from '../../shared/protocol/views/desk.ts';
import type { BusinessDay, EpochMs } from '../../shared/time.ts';
import { codeGroups, clock as wallClock } from '../../shared/words/common.ts';
import type { DeskCommands } from '../connection/commands.ts';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { Press } from '../parts/press.tsx';
import { dayName, words } from './words.ts';

interface Props {
  view: DeskView;
  commands: DeskCommands;
  clock: ReadonlySignal<EpochMs>;
  day: BusinessDay;
  /** Null until they are loaded. */
  bookings: readonly AppointmentView[] | null;
  /** The booking whose code the clerk is reading out. */
  latest: string | null;
}

export function DayList({ view, commands, clock, day, bookings, latest }: Props) {
  const asked = useSignal<string | null>(null);
  const { timeZone } = view.office;
  const { name, date } = dayName(day, clock.value, timeZone);
  const inQuestion = bookings?.find(({ id }) => id === asked.value);
  const active = bookings?.filter(({ status }) => status !== 'cancelled').length ?? 0;
  return (
    <section class="card" aria-labelledby="day-list">
      <div class="card-head">
        <h2 id="day-list">{words().listHeading(`${name}, ${date}`)}</h2>
        {active > 0 && <span class="muted">{words().count(active)}</span>}
      </div>
      {bookings?.length === 0 && <p class="none">{words().none}</p>}
      <ul class="rows" data-list>
        {bookings?.map((each) => (
          <Row
            key={each.id}
            view={view}
            booking={each}
            isLatest={each.id === latest}
            cancel={() => {
              asked.value = each.id;
            }}
          />
        ))}
      </ul>
      {inQuestion && (
        <ConfirmDialog
          title={words().cancelTitle(wallClock(inQuestion.startsAt, timeZone))}
          lead={words().cancelLead(codeGroups(inQuestion.code).join(' '), serviceName(view, inQuestion))}
          action={words().cancelIt}
          commands={commands}
          command={() => commands.cancelAppointment(inQuestion.id)}
          onClose={() => {
            asked.value = null;
          }}
        />
      )}
    </section>
  );
}

function Row({
  view,
  booking,
  isLatest,
  cancel,
}: Pick<Props, 'view'> & { booking: AppointmentView; isLatest: boolean; cancel(): void }) {
  const { startsAt, code, status, number } = booking;
  const time = wallClock(startsAt, view.office.timeZone);
  return (
    <li class={`plain-row appointment ${status}${isLatest ? ' latest' : ''}`}>
      <b class="number">{time}</b>
      <span class="grow">
        <span class="line">{serviceName(view, booking)}</span>
        <span class="short-code">{codeGroups(code).join(' ')}</span>{' '}
        <em class={`mark ${status}`}>
          {words().statuses[status]}
          {number !== null && ` · ${number}`}
        </em>
      </span>
      {status === 'booked' && (
        <Press look="danger" row label={`${words().cancel}: ${time}, ${codeGroups(code).join(' ')}`} onPress={cancel}>
          {words().cancel}
        </Press>
      )}
    </li>
  );
}

function serviceName({ services }: DeskView, { serviceId }: AppointmentView): string {
  const known = services.find(({ id }) => id === serviceId);
  return known ? say(known.name) : '';
}
