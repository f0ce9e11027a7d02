import { say } from '../../shared/client/language.ts';
import type { ServiceId } from '../../shared/office.ts';
import type { KioskService } from '../../shared/views.ts';
import { Heading } from '../parts/heading.tsx';
import { words } from '../parts/words.ts';
import { ServiceFacts } from './service-facts.tsx';

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
      <div class="tiles">
        {services.map((service, index) => (
          <button
            key={service.id}
            type="button"
            class="tile service"
            disabled={locked || service.availability === 'limit-reached'}
            aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
            onClick={() => onChoose(service.id)}
          >
            <span class="letter">{service.letter}</span>
            <span class="about">
              <span class="name">{say(service.name)}</span>
              <ServiceFacts service={service} />
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}
