import { language, say } from '../../shared/client/language.ts';
import { countersOn, legibility } from '../../shared/office/legibility.ts';
import type { HallScreen } from '../../shared/office/office.ts';
import { screenAddress } from '../../shared/protocol/pages.ts';
import type { ServiceLoad } from '../../shared/protocol/views/common.ts';
import type { CounterView } from '../../shared/protocol/views/desk.ts';
import type { OfficeFileView, ScreensView } from '../../shared/protocol/views/screens.ts';
import type { SupervisorProps } from '../connection/desk.ts';
import { screenWords } from '../parts/words.ts';
import { ReadCard } from './read-card.tsx';

/** The TVs of the office: their addresses, and whether their letters are large enough for the hall. */
export function Screens({ view }: SupervisorProps) {
  return (
    <ReadCard<ScreensView> id="screens" path="/screens" words={screenWords()} timeZone={view.office.timeZone}>
      {(found) => <Found found={found} services={view.services} counters={view.counters} />}
    </ReadCard>
  );
}

function Found({
  found: { address, screens, accent, files },
  services,
  counters,
}: {
  found: ScreensView;
  services: ServiceLoad[];
  counters: CounterView[];
}) {
  const words = screenWords();
  return (
    <>
      <ul class="screen-list">
        {screens.map((screen, index) => (
          <li key={screen.id}>
            <Screen
              screen={screen}
              addresses={[...(index === 0 ? ['/display'] : []), screenAddress(screen.id)].map((path) => address + path)}
              services={services}
              counters={counters}
            />
          </li>
        ))}
      </ul>
      {accent.wanted !== accent.used && <p class="warning">{words.darkAccent(accent.wanted, accent.used)}</p>}
      {files.length > 0 && <Files files={files} />}
      <p class="muted">{words.change}</p>
    </>
  );
}

interface ScreenProps {
  screen: HallScreen;
  addresses: string[];
  services: ServiceLoad[];
  counters: CounterView[];
}

function Screen({ screen, addresses, services, counters }: ScreenProps) {
  const words = screenWords();
  const { reach, neededInches, isLargeEnough } = legibility(screen, countersOn(screen, counters));
  const own = services.filter(({ id }) => screen.services !== 'all' && screen.services.includes(id));
  return (
    <>
      <h3>{say(screen.name)}</h3>
      <p class="addresses">
        {addresses.map((address) => (
          <a key={address} href={address} target="_blank" rel="noreferrer">
            {address}
          </a>
        ))}
      </p>
      <dl>
        <dt>{words.shows}</dt>
        <dd>
          {screen.services === 'all'
            ? words.everything
            : own.map(({ letter, name }) => `${letter} ${say(name)}`).join(', ')}
        </dd>
        <dt>{words.size}</dt>
        <dd>{words.sized(figure(screen.diagonalInches), figure(screen.viewingDistanceMeters))}</dd>
        <dt>{words.letters}</dt>
        {(['call', 'board', 'waits'] as const).map((kind) => (
          <dd key={kind} class={reach[kind] < screen.viewingDistanceMeters ? 'warning' : ''}>
            {words.reach[kind](figure(Math.floor(reach[kind] * 10) / 10))}
          </dd>
        ))}
      </dl>
      {!isLargeEnough && (
        <p class="warning" role="status">
          {words.tooSmall(figure(Math.ceil(neededInches)))}
        </p>
      )}
    </>
  );
}

function Files({ files }: { files: OfficeFileView[] }) {
  const words = screenWords();
  return (
    <>
      <h3>{words.files}</h3>
      <ul class="screen-files">
        {files.map(({ path, problem }) => (
          <li key={path} class={problem === null ? '' : 'warning'}>
            <code>{path}</code> – {problem === null ? words.fine : words.problems[problem]}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A number with the decimal mark of the language. */
function figure(value: number): string {
  return language.value === 'vi' ? String(value).replace('.', ',') : String(value);
}
