import { say } from '../../shared/client/language.ts';
import type { ServiceId } from '../../shared/office.ts';
import type { KioskService } from '../../shared/views.ts';
import { Heading } from '../parts/heading.tsx';
import { keys } from '../parts/keys.ts';
import { Name } from '../parts/name.tsx';
import { words } from '../parts/words.ts';
import { ServiceFacts } from './service-facts.tsx';

/** Up to so many services, all tiles are as high as the highest; more take only the height they need. */
const ROOMY = 6;

interface ServicesProps {
  services: KioskService[];
  /** No ticket can be given at the moment; the frame says why. */
  locked: boolean;
  onChoose: (id: ServiceId) => void;
}

export function Services({ services, locked, onChoose }: ServicesProps) {
  return (
    <section class="page">
      <Heading help={words().chooseServiceHelp}>{words().chooseService}</Heading>
      <div
        class={services.length > ROOMY ? 'tiles services many' : 'tiles services'}
        style={{ '--tiles': services.length }}
      >
        {services.map((service, index) => (
          <button
            key={service.id}
            type="button"
            class="tile service"
            disabled={locked || service.availability === 'limit-reached'}
            {...(index < 9 ? keys(String(index + 1)) : {})}
            onClick={() => onChoose(service.id)}
          >
            <span class="letter">{service.letter}</span>
            <span class="about">
              <Name text={say(service.name)} />
              <ServiceFacts service={service} />
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}
