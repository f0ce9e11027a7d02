import type { ServiceLoad } from '../../shared/views.ts';
import { Both } from '../parts/both.tsx';

/** From here on there is room for one language. */
const MANY = 5;

/** What this counter is for. */
export function Services({ services }: { services: ServiceLoad[] }) {
  return (
    <ul class={services.length >= MANY ? 'services many' : 'services'}>
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
