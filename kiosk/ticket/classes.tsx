import { say } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import { type ClassId, REGULAR } from '../../shared/office/office.ts';
import type { KioskService, KioskView } from '../../shared/protocol/views/kiosk.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { choiceKeys } from '../parts/keys.ts';
import { BackButton } from '../parts/steps.tsx';
import { words } from '../parts/words.ts';
import { Fact } from './fact.tsx';
import { ForOthers } from './for-others.tsx';
import { ServiceFacts } from './service-facts.tsx';

interface ClassesProps {
  /** What was chosen: a service, or the code of an appointment. */
  chosen: KioskService | { code: string };
  classes: KioskView['classes'];
  dossiers: number;
  onChoose: (id: ClassId) => void;
  /** The class that the visitor's card speaks for. */
  offered: ClassId | null;
  onForOthers: () => void;
  onBack: () => void;
}

export function Classes({ chosen, classes, dossiers, offered, onChoose, onForOthers, onBack }: ClassesProps) {
  const service = 'code' in chosen ? null : chosen;
  const regular = classes.filter(({ id }) => id === REGULAR);
  const priorities = classes.filter(({ id }) => id !== REGULAR);
  const tile = ({ id, name }: KioskView['classes'][number], index: number) => (
    <button
      key={id}
      type="button"
      class={`tile ${id === REGULAR ? 'regular' : ''} ${id === offered ? 'offered' : ''}`}
      {...choiceKeys(index)}
      onClick={() => onChoose(id)}
    >
      <span class="about">
        <span class="name">
          <Name text={say(name)} />
        </span>
        {id === REGULAR && <span class="facts">{words().regularHelp}</span>}
        {id === offered && (
          <span class="facts">
            <Fact shape="card">{words().byCard}</Fact>
          </span>
        )}
      </span>
    </button>
  );
  return (
    <section class="page">
      <div class="chosen">
        <span class="letter">{service ? service.letter : <Icon shape="calendar" />}</span>
        <span class="about">
          <span class="name">
            <Name text={'code' in chosen ? words().appointmentCode(chosen.code) : say(chosen.name)} />
          </span>
          {service && <ServiceFacts service={service} />}
        </span>
      </div>
      <Heading help={service?.openCounters === 0 ? words().noClerkHelp : null}>{words().chooseClass}</Heading>
      <div class="class-choice">
        {regular.map(tile)}
        {priorities.length > 0 && (
          <section class="priorities" aria-labelledby="priorities">
            <h2 id="priorities">
              {words().priority} <small>{words().priorityHelp}</small>
            </h2>
            <div class="tiles">{priorities.map((ticketClass, index) => tile(ticketClass, index + regular.length))}</div>
          </section>
        )}
      </div>
      <nav class="steps">
        <BackButton onBack={onBack} />
        {service && <ForOthers dossiers={dossiers} onPress={onForOthers} />}
      </nav>
    </section>
  );
}
