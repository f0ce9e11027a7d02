import { language, say } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import { Pictogram } from '../../shared/client/pictogram.tsx';
import type { ServiceId } from '../../shared/office/office.ts';
import { waysIn } from '../../shared/office/ways-in.ts';
import type { KioskService } from '../../shared/protocol/views/kiosk.ts';
import { waitSpan } from '../../shared/words/common.ts';
import { Heading } from '../parts/heading.tsx';
import { choiceKeys } from '../parts/keys.ts';
import { ticketWords } from './words.ts';

/** Up to so many services are on one screen; more are turned in pages. */
const MOST_ON_A_SCREEN = 12;
/** Of more services each has place for one short line. */
const DENSE = 8;

interface ServicesProps {
  services: KioskService[];
  /** No ticket can be issued now; the message in the frame says why. */
  locked: boolean;
  onChoose: (id: ServiceId) => void;
  /** Null in an office that takes no bookings. */
  onAppointment: (() => void) | null;
}

export function Services({ services, locked, onChoose, onAppointment }: ServicesProps) {
  const text = ticketWords();
  const ways = waysIn(services, onAppointment !== null).map((way, index, { length }) => ({
    way,
    keys: choiceKeys(index, length),
  }));
  const rows = ways.flatMap(({ way, keys }) => (way === 'appointment' || way.informationDesk ? [] : { way, keys }));
  const others = ways.filter(({ way }) => way === 'appointment' || way.informationDesk);
  const columns = columnsAcross(rows.length);
  return (
    <section class="page choosing-service">
      <Heading help={text.chooseServiceHelp} sign="touch">
        {text.chooseService}
      </Heading>
      <div
        class={`services scrolls ${densityOf(rows.length)}`}
        style={{ '--tiles': rows.length, '--columns': columns, '--rows': Math.ceil(rows.length / columns) }}
      >
        {rows.map(({ way, keys }) => (
          <ServiceTile
            key={way.id}
            service={way}
            dense={rows.length > DENSE}
            keys={keys}
            disabled={locked || way.availability !== 'available'}
            onClick={() => onChoose(way.id)}
          />
        ))}
      </div>
      {others.length > 0 && (
        <section class={others.length > 2 ? 'others' : 'others pair'} aria-labelledby="others">
          <h2 id="others">{text.others}</h2>
          {others.map(({ way, keys }) =>
            way === 'appointment' ? (
              <OtherTile
                key={way}
                kind="booked"
                picture="appointment"
                keys={keys}
                title={text.haveAppointment}
                help={text.haveAppointmentHelp}
                disabled={locked}
                onClick={() => onAppointment?.()}
              />
            ) : (
              <OtherTile
                key={way.id}
                kind="not-sure"
                picture="info"
                keys={keys}
                title={text.notSure}
                help={way.availability === 'available' ? text.notSureHelp : text.unavailable[way.availability]}
                disabled={locked || way.availability !== 'available'}
                onClick={() => onChoose(way.id)}
              />
            ),
          )}
        </section>
      )}
    </section>
  );
}

/** On a screen that is wider than high: no tile stands alone in the last row of three services or four. */
function columnsAcross(services: number): number {
  if (services <= 3) return 1;
  return services === 4 ? 2 : 3;
}

/** How much of a service fits into its tile, the fewest first. */
function densityOf(services: number): string {
  if (services <= 4) return 'few';
  if (services <= 6) return 'some';
  if (services <= DENSE) return 'more';
  if (services <= 9) return 'many';
  return services <= MOST_ON_A_SCREEN ? 'many most' : 'many most pages';
}

interface TileProps {
  keys: ReturnType<typeof choiceKeys>;
  disabled: boolean;
  onClick: () => void;
}

/** Names of more letters take a second line in a narrow tile. */
const MIDDLE = 19;
/** Names of more letters take smaller letters. */
const LONG = 22;
const LONGEST = 44;

function sizeOf({ length }: string): string {
  if (length > LONGEST) return 'longest';
  if (length > LONG) return 'long';
  return length > MIDDLE ? 'middle' : '';
}

function ServiceTile({
  service,
  dense,
  keys,
  disabled,
  onClick,
}: TileProps & { service: KioskService; dense: boolean }) {
  const { letter, name, examples, pictogram, thisSession, availability, openCounters } = service;
  const late = availability === 'available' && thisSession !== 'likely';
  const unattended = availability === 'available' && openCounters === 0;
  return (
    <button
      type="button"
      class={`tile service ${sizeOf(say(name))} ${late ? 'doubtful' : ''}`}
      disabled={disabled}
      {...keys}
      onClick={onClick}
    >
      <span class="block">
        {pictogram && <Pictogram name={pictogram} />}
        <span class="letter">{letter}</span>
      </span>
      <span class="about">
        <span class="name">
          <Name text={say(name)} />
        </span>
        {late ? (
          <span class="examples late">
            <Pictogram name="warn" /> {ticketWords()[dense ? 'thisSessionShort' : 'thisSession'][thisSession]}
          </span>
        ) : (
          examples && (
            <span class={unattended ? 'examples spare' : 'examples'}>
              <span class="whole">{wholeParts(say(examples))}</span>
            </span>
          )
        )}
        <Facts service={service} />
      </span>
    </button>
  );
}

/** Only whole examples are seen: one that does not fit is left out with the comma before it. */
function wholeParts(examples: string) {
  return examples.split(', ').map((example, index) => (
    <span key={example}>
      <span class="comma">{index > 0 && ', '}</span>
      {example}
    </span>
  ));
}

/** The queue of a service before a ticket is taken. */
function Facts({ service }: { service: KioskService }) {
  const { availability, waiting, estimate, openCounters } = service;
  const text = ticketWords();
  if (availability !== 'available') {
    return (
      <span class="facts">
        <span class="state">{text.unavailable[availability]}</span>
      </span>
    );
  }
  const unattended = openCounters === 0;
  if (waiting === 0 && !unattended) {
    return (
      <span class="facts">
        <span class="state free">{text.waiting(0)}</span>
      </span>
    );
  }
  return (
    <span class="facts">
      {estimate && waiting > 0 && (
        <span class="wait">
          {text.waitOf}{' '}
          <b>
            <Name text={waitSpan(estimate, language.value)} />
          </b>
        </span>
      )}
      {unattended && (
        <span class="state late">
          <Pictogram name="warn" /> {text.noClerk}
        </span>
      )}
      {waiting > 0 && <span class="people">{estimate ? text.people(waiting) : text.waiting(waiting)}</span>}
    </span>
  );
}

interface OtherTileProps extends TileProps {
  kind: 'booked' | 'not-sure';
  picture: string;
  title: string;
  help: string;
}

/** A way in that is no service by name. */
function OtherTile({ kind, picture, title, help, keys, disabled, onClick }: OtherTileProps) {
  return (
    <button type="button" class={`tile other ${kind}`} disabled={disabled} {...keys} onClick={onClick}>
      <Pictogram name={picture} />
      <span class="about">
        <span class="name">{title}</span>
        <span class="examples">{help}</span>
      </span>
    </button>
  );
}
