import { language } from '../../shared/client/language.ts';
import { Name } from '../../shared/client/name.tsx';
import type { Text } from '../../shared/language.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { Bilingual, phrase } from '../parts/bilingual.tsx';

/** Six services fit into two columns in both languages, twelve in one language; more need three columns, more than 21 four. */
function density(services: number): string {
  if (services <= 6) return '';
  if (services <= 8) return 'dense two';
  if (services <= 12) return 'dense six';
  if (services <= 15) return 'dense three';
  return services <= 21 ? 'dense three lines' : 'dense four lines';
}

/** By characters: how much two lines hold at three sizes. Beside two lines of the first language, the other has one of 30. */
function size(name: Text): string {
  const main = name[language.value].length;
  const other = name.vi.length + name.en.length - main;
  if (main > 44) return 'long longer';
  return main > 34 || (main > 20 && other > 30) ? 'long' : '';
}

export function Waiting({ services }: { services: DisplayView['services'] }) {
  return (
    <section class={`panel waiting ${density(services.length)}`}>
      <h2>
        <Bilingual text={phrase((words) => words.waiting)} />
      </h2>
      <ul>
        {services.map((service) => (
          <li key={service.id}>
            <b class="letter">{service.letter}</b>
            <p class={`service ${size(service.name)} ${service.openCounters > 0 ? '' : 'alone'}`}>
              {service.openCounters > 0 ? (
                <Bilingual text={service.name} />
              ) : (
                <>
                  <span class="main" lang={language.value}>
                    <Name text={service.name[language.value]} />
                  </span>
                  <span class="unattended">
                    <Bilingual text={phrase((words) => words.noOpenCounter)} />
                  </span>
                </>
              )}
            </p>
            <p class="count">{service.waiting}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
