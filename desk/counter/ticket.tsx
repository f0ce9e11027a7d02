import type { ReadonlySignal } from '@preact/signals';
import { say } from '../../shared/client/language.ts';
import { REGULAR } from '../../shared/office/office.ts';
import type { DeskTicket, DeskView } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import { stopwatch, wholeMinutes } from '../parts/duration.ts';
import { words } from '../parts/words.ts';

/** A regular visitor has no badge: only what differs from the ordinary is shown. */
export function ClassBadge({ view, ticket }: { view: DeskView; ticket: DeskTicket }) {
  if (ticket.classId === REGULAR) return null;
  const known = view.classes.find(({ id }) => id === ticket.classId);
  // One that set-up no longer has counts as regular.
  if (!known) return null;
  if (ticket.classConfirmed) return <em class="mark priority">{say(known.name)}</em>;
  return (
    <em class="mark priority claimed">
      {say(known.name)} · {words().unconfirmed}
    </em>
  );
}

/** "3/12 hồ sơ": so many in this turn, of so many that are left. One dossier is the ordinary case. */
export function Dossiers({ view, ticket: { dossiers } }: { view: DeskView; ticket: DeskTicket }) {
  if (dossiers === 1) return null;
  const inTurn = Math.min(dossiers, view.dossiersPerTurn);
  return <em class="mark">{words().dossiers(inTurn, dossiers)}</em>;
}

/** "Hẹn 09:30": why somebody who came a moment ago may be next. */
export function Appointment({ view, ticket }: { view: DeskView; ticket: DeskTicket }) {
  if (ticket.appointmentAt === null) return null;
  return <em class="mark">{words().appointment(wallClock(ticket.appointmentAt, view.office.timeZone))}</em>;
}

export function serviceName({ services }: Pick<DeskView, 'services'>, ticket: DeskTicket): string {
  const known = services.find(({ id }) => id === ticket.serviceId);
  return known ? say(known.name) : words().formerService(ticket.number.charAt(0));
}

interface Since {
  clock: ReadonlySignal<EpochMs>;
  at: EpochMs;
}

export function Stopwatch({ clock, at }: Since) {
  return (
    <time class="stopwatch" role="timer">
      {stopwatch(clock.value - at)}
    </time>
  );
}

export function Minutes({ clock, at, text }: Since & { text(minutes: number): string }) {
  return <>{text(wholeMinutes(clock.value - at))}</>;
}
