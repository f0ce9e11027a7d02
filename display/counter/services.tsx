import type { ReadonlySignal } from '@preact/signals';
import { useComputed } from '@preact/signals';
import { language, say } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import type { Language } from '../../shared/language.ts';
import type { ServiceLoad } from '../../shared/protocol/views/common.ts';
import type { DurationMs, EpochMs } from '../../shared/time.ts';

/** How long each page of services stands. */
const TURN: DurationMs = 6_000;
/** A name of more letters needs the room of two services. */
const SHORT = 42;
/** A name of more letters is written smaller. */
const LONG = 75;

/** Two services a page, and one with a long name. */
export function pagesOf(services: readonly ServiceLoad[], language: Language): ServiceLoad[][] {
  const pages: ServiceLoad[][] = [];
  const isShort = ({ name }: ServiceLoad) => name[language].length <= SHORT;
  for (const service of services) {
    const [first, second] = pages[pages.length - 1] ?? [];
    if (first && !second && isShort(first) && isShort(service)) pages[pages.length - 1] = [first, service];
    else pages.push([service]);
  }
  return pages;
}

/** The services of this counter; more than fit turn page by page. */
export function Services({ services, clock }: { services: readonly ServiceLoad[]; clock: ReadonlySignal<EpochMs> }) {
  const turn = useComputed(() => Math.floor(clock.value / TURN));
  const pages = pagesOf(services, language.value);
  const at = turn.value % Math.max(1, pages.length);
  return (
    <div class="services">
      <ul>
        {(pages[at] ?? []).map(({ id, letter, name }) => (
          <li key={id} class={say(name).length > LONG ? 'long' : ''}>
            <b class="letter-disc">{letter}</b>
            <span class="name" lang={language.value}>
              <Name text={say(name)} />
            </span>
          </li>
        ))}
      </ul>
      {pages.length > 1 && <p class="page">{`${at + 1}/${pages.length}`}</p>}
    </div>
  );
}
