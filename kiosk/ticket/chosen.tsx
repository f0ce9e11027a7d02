import { language, say } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import { Pictogram } from '../../shared/client/pictogram.tsx';
import type { FoundAppointment } from '../../shared/protocol/views/appointments.ts';
import type { KioskService } from '../../shared/protocol/views/kiosk.ts';
import { clock, codeGroups, waitRange } from '../../shared/words/common.ts';
import { stepWords } from './step-words.ts';

interface ChosenProps {
  /** Null when it was removed from set-up. */
  service: KioskService | null;
  /** Null for a visitor without an appointment. */
  appointment?: FoundAppointment | null;
  timeZone: string;
}

/** What the visitor has chosen before, above the question of the page. */
export function Chosen({ service, appointment = null, timeZone }: ChosenProps) {
  const text = stepWords();
  return (
    <div class="chosen">
      <span class="letter">
        <Pictogram name={appointment ? 'appointment' : (service?.pictogram ?? 'ticket')} />
      </span>
      <span class="about">
        {service && (
          <span class="name">
            {service.letter} · <Name text={say(service.name)} />
          </span>
        )}
        <span class="facts">
          {appointment
            ? `${text.appointment(clock(appointment.startsAt, timeZone))} · ${text.appointmentCode(codeGroups(appointment.code).join(' '))}`
            : service && waitOf(service)}
        </span>
      </span>
    </div>
  );
}

function waitOf({ waiting, estimate, openCounters }: KioskService): string {
  const text = stepWords();
  if (openCounters === 0) return text.noClerk;
  return estimate && waiting > 0
    ? text.waitOf(waitRange(estimate, language.value), waiting)
    : text.peopleWaiting(waiting);
}
