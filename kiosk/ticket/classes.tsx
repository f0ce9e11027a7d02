import { say } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import { type ClassId, REGULAR } from '../../shared/office/office.ts';
import { classChoices } from '../../shared/office/ways-in.ts';
import type { KioskService, KioskView } from '../../shared/protocol/views/kiosk.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { choiceKeys } from '../parts/keys.ts';
import { BackButton } from '../parts/steps.tsx';
import { Fact, ServiceFacts } from './facts.tsx';
import { icons } from './icons.ts';
import { ticketWords } from './words.ts';

interface ClassesProps {
  /** The chosen service, or the code of an appointment. */
  chosen: KioskService | { code: string };
  classes: KioskView['classes'];
  dossiers: number;
  onChoose: (id: ClassId) => void;
  /** The class that the age on the visitor's card entitles to. */
  offered: ClassId | null;
  onForOthers: () => void;
  onBack: () => void;
}

export function Classes({ chosen, classes, dossiers, offered, onChoose, onForOthers, onBack }: ClassesProps) {
  const text = ticketWords();
  const service = 'code' in chosen ? null : chosen;
  const regular = classes.filter(({ id }) => id === REGULAR);
  const priorities = classes.filter(({ id }) => id !== REGULAR);
  const overtaken = priorities.some(({ weight }) => regular.some((ordinary) => weight > ordinary.weight));
  const places = classChoices(classes, service !== null).map((choice) => (choice === 'dossiers' ? choice : choice?.id));
  const keysOf = (choice: ClassId) => choiceKeys(places.indexOf(choice), places.length);
  const tile = ({ id, name }: KioskView['classes'][number]) => (
    <button
      key={id}
      type="button"
      class={`tile ${id === REGULAR ? 'regular' : ''} ${id === offered ? 'offered' : ''}`}
      {...keysOf(id)}
      onClick={() => onChoose(id)}
    >
      <span class="about">
        <span class="name">
          <Name text={say(name)} />
        </span>
        {id === REGULAR && <span class="facts">{text.regularHelp(overtaken)}</span>}
        {id === offered && (
          <span class="facts">
            <Fact shape="card">{text.byCard}</Fact>
          </span>
        )}
      </span>
    </button>
  );
  return (
    <section class="page">
      <div class="chosen">
        <span class="letter">{service ? service.letter : <Icon shape={icons.calendar} />}</span>
        <span class="about">
          <span class="name">
            <Name text={'code' in chosen ? text.appointmentCode(chosen.code) : say(chosen.name)} />
          </span>
          {service && <ServiceFacts service={service} />}
        </span>
      </div>
      <Heading help={service?.openCounters === 0 ? text.noClerkHelp : null}>{text.chooseClass}</Heading>
      <div class="class-choice" style={{ '--rows': Math.ceil(priorities.length / 2) }}>
        {regular.map(tile)}
        {priorities.length > 0 && (
          <section class="priorities" aria-labelledby="priorities">
            <h2 id="priorities">
              {text.priority} <small>{text.priorityHelp}</small>
            </h2>
            <div class="tiles">{priorities.map(tile)}</div>
          </section>
        )}
      </div>
      <nav class="steps">
        <BackButton onBack={onBack} />
        {service && (
          // Less prominent than the tiles: nearly all visitors come with one dossier.
          <button type="button" class="for-others" {...keysOf('dossiers')} onClick={onForOthers}>
            <Icon shape="document" />
            {dossiers > 1 ? text.dossiersChosen(dossiers) : text.forOthers}
          </button>
        )}
      </nav>
    </section>
  );
}
