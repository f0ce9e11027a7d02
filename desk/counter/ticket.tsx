import type { ReadonlySignal } from '@preact/signals';
import { say } from '../../shared/client/language.ts';
import { dossiersThisTurn, REGULAR } from '../../shared/office/office.ts';
import type { DeskTicket, DeskView } from '../../shared/protocol/views/desk.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import { stopwatch, wholeMinutes } from '../parts/duration.ts';
import { words } from '../parts/words.ts';

/** The name of a ticket's priority class. A regular ticket has none, and a class that was removed from set-up counts as regular. */
export function ClassName({
  view,
  ticket,
  look,
}: {
  view: DeskView;
  ticket: DeskTicket;
  look: 'priority' | 'claimed';
}) {
  const known = view.classes.find(({ id }) => id === ticket.classId && id !== REGULAR);
  return known ? <em class={`mark ${look}`}>{say(known.name)}</em> : null;
}

/** The priority class of a ticket, and whether staff have yet to confirm it. */
export function ClassBadge({ view, ticket }: { view: DeskView; ticket: DeskTicket }) {
  if (!view.classes.some(({ id }) => id === ticket.classId && id !== REGULAR)) return null;
  return (
    <>
      <ClassName view={view} ticket={ticket} look="priority" />{' '}
      {!ticket.classConfirmed && <em class="mark claimed">{words().unconfirmed}</em>}
    </>
  );
}

/** "3/12 hồ sơ": 3 dossiers in this turn, of 12 that are left. Not shown for one dossier, the usual case. */
export function Dossiers({ view, ticket: { dossiers } }: { view: DeskView; ticket: DeskTicket }) {
  if (dossiers === 1) return null;
  const inTurn = dossiersThisTurn(view, dossiers);
  return <em class="mark">{words().dossiers(inTurn, dossiers)}</em>;
}

/** "Hẹn 09:30": explains why a visitor who has just come may be next. */
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
