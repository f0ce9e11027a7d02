import { say } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import type { ServiceId } from '../../shared/office/office.ts';
import type { KioskService } from '../../shared/protocol/views/kiosk.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { choiceKeys } from '../parts/keys.ts';
import { words } from '../parts/words.ts';
import { ServiceFacts } from './service-facts.tsx';

/** Up to so many services, all tiles are as high as the highest; more take only the height they need. */
const ROOMY = 6;

interface ServicesProps {
  services: KioskService[];
  /** No ticket can be given at the moment; the frame says why. */
  locked: boolean;
  onChoose: (id: ServiceId) => void;
  /** Null where nobody can have booked. */
  onAppointment: (() => void) | null;
}

export function Services({ services, locked, onChoose, onAppointment }: ServicesProps) {
  const tiles = services.length + (onAppointment ? 1 : 0);
  const signs = Math.max(...services.map(({ name }) => say(name).length));
  return (
    <section class="page">
      <Heading help={words().chooseServiceHelp}>{words().chooseService}</Heading>
      <div
        class={tiles > ROOMY ? 'tiles services many' : 'tiles services'}
        style={{ '--tiles': tiles, '--rows': Math.ceil(tiles / 2), '--signs': signs }}
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
              <Icon shape="calendar" />
            </span>
            <span class="about">
              <span class="name">
                <Name text={words().haveAppointment} />
              </span>
              <span class="facts">{words().haveAppointmentHelp}</span>
            </span>
          </button>
        )}
      </div>
    </section>
  );
}
