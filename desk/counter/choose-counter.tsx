import { say } from '../../shared/client/language.ts';
import type { CounterView } from '../../shared/protocol/views/desk.ts';
import type { DeskProps } from '../connection/desk.ts';
import { CounterTile } from '../parts/counter-tile.tsx';
import { Press } from '../parts/press.tsx';
import { words } from '../parts/words.ts';
import { WhatGoesOn } from './counters.tsx';
import { Trouble } from './trouble.tsx';

/** Free counters first, each with its button; those with a clerk in one line that opens. */
export function ChooseCounter(props: DeskProps & { manage(): void }) {
  const { view, commands, manage } = props;
  const free = view.counters.filter(({ clerk }) => clerk === null);
  const taken = view.counters.filter(({ clerk }) => clerk !== null);
  const text = words().choose;
  return (
    <main class="choose">
      <h1>{text.heading(view.me.name)}</h1>
      <Trouble {...props} />
      {free.length === 0 && <p>{text.noneFree}</p>}
      <ul class="counters-to-choose">
        {free.map((counter) => (
          <li key={counter.id} class="card">
            <span class="counter-tile" aria-hidden="true">
              {counter.number}
            </span>
            <h2>{words().counter(counter.number)}</h2>
            <p class="muted">{text.waiting(counter.waiting)}</p>
            <Services {...props} counter={counter} />
            <Press
              look="primary"
              {...(counter.number < 10 && { shortcut: String(counter.number) })}
              onPress={() => commands.step(counter.id, 'open')}
            >
              {text.open}
              <span class="unseen">: {words().counter(counter.number)}</span>
            </Press>
          </li>
        ))}
      </ul>
      {taken.length > 0 && (
        <details class="taken" open={free.length === 0}>
          <summary>{text.takenCounters(taken.length)}</summary>
          <ul>
            {taken.map((counter) => (
              <li key={counter.id} class="counter-row">
                <CounterTile number={counter.number} />
                <span class="grow">
                  <strong class="line">{text.taken(counter.clerk?.name ?? '')}</strong>
                  <WhatGoesOn {...props} counter={counter} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {view.supervisor && (
        <p class="only-manages">
          {text.supervisor} <Press onPress={manage}>{text.toManage}</Press>
        </p>
      )}
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
            <b class="letter-disc">{service.letter}</b> {say(service.name)}
          </li>
        ))}
    </ul>
  );
}
