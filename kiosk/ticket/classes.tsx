import { useEffect, useRef } from 'preact/hooks';
import { say } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import { Pictogram } from '../../shared/client/pictogram.tsx';
import { type ClassId, REGULAR } from '../../shared/office/office.ts';
import { classChoices } from '../../shared/office/ways-in.ts';
import type { FoundAppointment } from '../../shared/protocol/views/appointments.ts';
import type { KioskService, KioskView } from '../../shared/protocol/views/kiosk.ts';
import { Heading } from '../parts/heading.tsx';
import { choiceKeys } from '../parts/keys.ts';
import { BackButton } from '../parts/steps.tsx';
import { Chosen } from './chosen.tsx';
import { stepWords } from './step-words.ts';

/** A longer name of a class makes the letters of all tiles smaller, so that they stay alike. */
const SHORT_NAME = 22;

interface ClassesProps {
  /** Null when the service of an appointment was removed from set-up. */
  service: KioskService | null;
  /** Null for a visitor without an appointment. */
  appointment: FoundAppointment | null;
  classes: KioskView['classes'];
  dossiers: number;
  timeZone: string;
  onChoose: (id: ClassId) => void;
  /** The class that the age on the visitor's card entitles to. */
  offered: ClassId | null;
  onForOthers: () => void;
  onBack: () => void;
}

/** The question whether the visitor has priority. Its "no" looks like each "yes", so that nobody presses it by habit. */
export function Classes(props: ClassesProps) {
  const { service, appointment, classes, dossiers, timeZone, onChoose, offered, onForOthers, onBack } = props;
  const text = stepWords();
  const tiles = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (offered !== null) tiles.current?.querySelector<HTMLElement>('.offered')?.focus();
  }, [offered]);
  const priorities = classes.filter(({ id }) => id !== REGULAR);
  const own = classes.find(({ id }) => id === REGULAR);
  const overtaken = own !== undefined && priorities.some(({ weight }) => weight > own.weight);
  const places = classChoices(classes, appointment === null);
  const keysOf = (wanted: ClassId | 'dossiers') => {
    const index = places.findIndex((place) => place === wanted || (place !== 'dossiers' && place?.id === wanted));
    return choiceKeys(index, places.length);
  };
  const longest = Math.max(0, ...priorities.map(({ name }) => say(name).length));
  return (
    <section class="page class-page">
      <Chosen service={service} appointment={appointment} timeZone={timeZone} />
      <Heading help={service?.openCounters === 0 ? text.noClerkHelp : null}>{text.chooseClass}</Heading>
      <div
        ref={tiles}
        class={longest > SHORT_NAME ? 'class-choice long' : 'class-choice'}
        data-classes={Math.min(priorities.length, 7)}
      >
        {priorities.map(({ id, name, condition, pictogram }) => (
          <button
            key={id}
            type="button"
            class={id === offered ? 'tile priority offered' : 'tile priority'}
            {...keysOf(id)}
            onClick={() => onChoose(id)}
          >
            {pictogram && <Pictogram name={pictogram} />}
            <About
              name={say(name)}
              help={id === offered ? text.byCard : condition && say(condition)}
              byCard={id === offered}
            />
          </button>
        ))}
        <button type="button" class="tile regular" {...keysOf(REGULAR)} onClick={() => onChoose(REGULAR)}>
          <Pictogram name="ticket" />
          <About name={text.notPriority} help={overtaken ? text.notPriorityOvertaken : text.notPriorityHelp} />
        </button>
      </div>
      <p class="note">
        <Pictogram name="card" />
        {text.priorityHelp}
      </p>
      <nav class="steps">
        <BackButton onBack={onBack} />
        {appointment === null && (
          // Less prominent than the tiles: nearly all visitors come with one dossier.
          <button type="button" class="for-others" {...keysOf('dossiers')} onClick={onForOthers}>
            <Pictogram name="files" />
            {dossiers > 1 ? text.dossiersChosen(dossiers) : text.forOthers}
          </button>
        )}
      </nav>
    </section>
  );
}

function About({ name, help, byCard = false }: { name: string; help: string | null; byCard?: boolean }) {
  return (
    <span class="about">
      <span class="name">
        <Name text={name} />
      </span>
      {help && (
        <span class="condition">
          {byCard && <Pictogram name="card" />}
          {help}
        </span>
      )}
    </span>
  );
}
