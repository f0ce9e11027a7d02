import { say } from '../../shared/client/language.ts';
import type { CounterView } from '../../shared/protocol/views/desk.ts';
import type { DeskProps } from '../connection/desk.ts';
import { Press } from '../parts/press.tsx';
import { words } from '../parts/words.ts';
import { whatGoesOn } from './counters.tsx';
import { Trouble } from './trouble.tsx';

export function ChooseCounter(props: DeskProps) {
  const { view, commands } = props;
  return (
    <main class="choose">
      <h1>{words().choose.heading(view.me.name)}</h1>
      <Trouble {...props} />
      <ul class="counters-to-choose">
        {view.counters.map((counter) => (
          <li key={counter.id} class={counter.clerk ? 'card taken' : 'card'}>
            <span class="sign" aria-hidden="true">
              {counter.number}
            </span>
            <h2>{words().counter(counter.number)}</h2>
            <p class="muted">{words().choose.waiting(counter.waiting)}</p>
            <Services {...props} counter={counter} />
            {counter.clerk ? (
              <p class="taken-by">
                {words().choose.taken(counter.clerk.name)}
                <span class="muted line">{whatGoesOn(counter)}</span>
              </p>
            ) : (
              <Press
                look="primary"
                {...(counter.number < 10 && { shortcut: String(counter.number) })}
                onPress={() => commands.step(counter.id, 'open')}
              >
                {words().choose.open}
              </Press>
            )}
          </li>
        ))}
      </ul>
    </main>
  );
}

function Services({ view, counter }: DeskProps & { counter: CounterView }) {
  return (
    <ul class="services">
      {view.services
        .filter(({ id }) => counter.services.includes(id))
        .map((service) => (
          <li key={service.id}>
            <b class="letter">{service.letter}</b> {say(service.name)}
          </li>
        ))}
    </ul>
  );
}
