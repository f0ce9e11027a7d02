import { useSignal } from '@preact/signals';
import type { CounterView } from '../../shared/protocol/views/desk.ts';
import type { SupervisorProps } from '../connection/desk.ts';
import { WhatGoesOn } from '../counter/counters.tsx';
import { CounterTile } from '../parts/counter-tile.tsx';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { Press } from '../parts/press.tsx';
import { words } from '../parts/words.ts';

/** Open counters of other clerks, for a clerk who has left: a supervisor ends the visit first, then closes the counter. */
export function OpenCounters(props: SupervisorProps) {
  const { view, commands } = props;
  const text = words().manage;
  /** The counter as it was when the dialog opened: a change meanwhile must not change what the button does. */
  const asked = useSignal<CounterView | null>(null);
  const others = view.counters.filter(({ clerk }) => clerk !== null && clerk.id !== view.me.id);
  const counter = asked.value;
  return (
    <section class="card" aria-labelledby="open-counters">
      <h2 id="open-counters">{text.counters}</h2>
      {others.length === 0 && <p class="none">{text.noCounters}</p>}
      <ul class="rows">
        {others.map((each) => (
          <li key={each.id} class="plain-row">
            <CounterTile number={each.number} />
            <span class="grow">
              <strong class="line">{each.clerk?.name}</strong>
              <WhatGoesOn {...props} counter={each} />
            </span>
            <Press
              label={`${words().steps[clearingStep(each)]}: ${words().counter(each.number)}`}
              onPress={() => {
                asked.value = each;
              }}
            >
              {words().steps[clearingStep(each)]}
            </Press>
          </li>
        ))}
      </ul>
      {counter && (
        <ConfirmDialog
          title={`${words().counter(counter.number)}: ${words().steps[clearingStep(counter)]}?`}
          lead={text.clearingLead(counter.clerk?.name ?? '')}
          action={words().steps[clearingStep(counter)]}
          commands={commands}
          command={() => commands.step(counter.id, clearingStep(counter), counter.current?.id)}
          onClose={() => {
            asked.value = null;
          }}
        />
      )}
    </section>
  );
}

function clearingStep({ current }: CounterView): 'close' | 'miss' | 'finish' {
  if (!current) return 'close';
  return current.status === 'called' ? 'miss' : 'finish';
}
