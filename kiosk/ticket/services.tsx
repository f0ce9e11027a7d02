import { say } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import type { ServiceId } from '../../shared/office/office.ts';
import type { KioskService } from '../../shared/protocol/views/kiosk.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { choiceKeys } from '../parts/keys.ts';
import { ServiceFacts } from './facts.tsx';
import { icons } from './icons.ts';
import { ticketWords } from './words.ts';

/** Up to this number all tiles have the same height; more tiles take only the height that they need. */
const MOST_EQUAL_TILES = 6;

interface ServicesProps {
  services: KioskService[];
  /** No ticket can be issued now; the message in the frame says why. */
  locked: boolean;
  onChoose: (id: ServiceId) => void;
  /** Null in an office that takes no bookings. */
  onAppointment: (() => void) | null;
}

export function Services({ services, locked, onChoose, onAppointment }: ServicesProps) {
  const tiles = services.length + (onAppointment ? 1 : 0);
  const longestName = Math.max(...services.map(({ name }) => say(name).length));
  return (
    <section class="page">
      <Heading help={ticketWords().chooseServiceHelp}>{ticketWords().chooseService}</Heading>
      <div
        class={tiles > MOST_EQUAL_TILES ? 'tiles services many' : 'tiles services'}
        style={{ '--tiles': tiles, '--rows': Math.ceil(tiles / 2), '--signs': longestName }}
      >
        {services.map((service, index) => (
          <button
            key={service.id}
            type="button"
            class="tile service"
            disabled={locked || service.availability === 'limit-reached'}
            {...choiceKeys(index)}
            onClick={() => onChoose(service.id)}
          >
            <span class="letter">{service.letter}</span>
            <span class="about">
              <span class="name">
                <Name text={say(service.name)} />
              </span>
              <ServiceFacts service={service} />
            </span>
          </button>
        ))}
        {onAppointment && (
          <button
            type="button"
            class="tile service booked"
            disabled={locked}
            {...choiceKeys(services.length)}
            onClick={onAppointment}
          >
            <span class="letter">
              <Icon shape={icons.calendar} />
            </span>
            <span class="about">
              <span class="name">
                <Name text={ticketWords().haveAppointment} />
              </span>
              <span class="facts">{ticketWords().haveAppointmentHelp}</span>
            </span>
          </button>
        )}
      </div>
    </section>
  );
}
