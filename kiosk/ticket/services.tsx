import type { ComponentChildren } from 'preact';
import { say } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import type { ServiceId } from '../../shared/office/office.ts';
import { waysIn } from '../../shared/office/ways-in.ts';
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
  const ways = waysIn(services, onAppointment !== null);
  const longestName = Math.max(...services.map((service) => titleOf(service).length));
  return (
    <section class="page choosing-service">
      <Heading help={ticketWords().chooseServiceHelp}>{ticketWords().chooseService}</Heading>
      <div
        class={ways.length > MOST_EQUAL_TILES ? 'tiles services many' : 'tiles services'}
        style={{ '--tiles': ways.length, '--rows': Math.ceil(ways.length / 2), '--signs': longestName }}
      >
        {ways.map((way, index) =>
          way === 'appointment' ? (
            <Tile
              key={way}
              keys={choiceKeys(index, ways.length)}
              aside="booked"
              mark={<Icon shape={icons.calendar} />}
              title={ticketWords().haveAppointment}
              disabled={locked}
              onClick={() => onAppointment?.()}
            >
              <span class="facts">{ticketWords().haveAppointmentHelp}</span>
            </Tile>
          ) : (
            <Tile
              key={way.id}
              keys={choiceKeys(index, ways.length)}
              aside={way.informationDesk ? 'not-sure' : null}
              mark={way.letter}
              title={titleOf(way)}
              disabled={locked || way.availability !== 'available'}
              onClick={() => onChoose(way.id)}
            >
              {way.examples && <span class="examples">{say(way.examples)}</span>}
              <ServiceFacts service={way} />
            </Tile>
          ),
        )}
      </div>
    </section>
  );
}

const titleOf = ({ informationDesk, name }: KioskService) => (informationDesk ? ticketWords().notSure : say(name));

interface TileProps {
  keys: ReturnType<typeof choiceKeys>;
  /** Ways in that are no service by name are drawn apart; null for a service. */
  aside: 'booked' | 'not-sure' | null;
  mark: ComponentChildren;
  title: string;
  disabled: boolean;
  onClick: () => void;
  children: ComponentChildren;
}

function Tile({ keys, aside, mark, title, disabled, onClick, children }: TileProps) {
  return (
    <button
      type="button"
      class={aside ? `tile service aside ${aside}` : 'tile service'}
      disabled={disabled}
      {...keys}
      onClick={onClick}
    >
      <span class="letter">{mark}</span>
      <span class="about">
        <span class="name">
          <Name text={title} />
        </span>
        {children}
      </span>
    </button>
  );
}
