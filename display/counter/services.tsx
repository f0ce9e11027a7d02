import type { ServiceLoad } from '../../shared/protocol/views/hall.ts';
import { Both } from '../parts/bilingual.tsx';

/** Up to here there is room for both languages, then for one; a counter for more is known by its letters alone, as numbers begin with them. */
const IN_BOTH = 4;
const BY_NAME = 8;

function density(services: number): string {
  if (services <= IN_BOTH) return '';
  return services <= BY_NAME ? 'many' : 'letters';
}

/** What this counter is for. */
export function Services({ services }: { services: ServiceLoad[] }) {
  return (
    <ul class={`services ${density(services.length)}`}>
      {services.map(({ id, letter, name }) => (
        <li key={id}>
          <b>{letter}</b>
          <span class="name">
            <Both text={name} />
          </span>
        </li>
      ))}
    </ul>
  );
}
