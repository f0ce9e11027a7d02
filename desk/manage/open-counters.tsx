import { useSignal } from '@preact/signals';
import type { CounterView } from '../../shared/protocol/views/hall.ts';
import type { SupervisorPart } from '../connection/desk.ts';
import { whatGoesOn } from '../counter/counters.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Press } from '../parts/press.tsx';
import { words } from '../parts/words.ts';

/** Counters of other clerks, to tidy up after one who went home: first the visitor there, then the counter. */
export function OpenCounters({ view, orders }: SupervisorPart) {
  const say = words().manage;
  /** As it was when asked: what its clerk does meanwhile must not change the question under the supervisor's finger. */
  const asked = useSignal<CounterView | null>(null);
  const others = view.counters.filter(({ clerk }) => clerk !== null && clerk.id !== view.me.id);
  const counter = asked.value;
  return (
    <section class="card" aria-labelledby="open-counters">
      <h2 id="open-counters">{say.counters}</h2>
      {others.length === 0 && <p class="none">{say.noCounters}</p>}
      <ul class="rows">
        {others.map((each) => (
          <li key={each.id} class="plain-row">
            <span class="sign small" aria-hidden="true">
              {each.number}
            </span>
            <span class="grow">
              <strong>{each.clerk?.name}</strong>
              <span class="muted line">
                {words().counter(each.number)} · {whatGoesOn(each)} {each.current?.number}
              </span>
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
          lead={say.clearingLead(counter.clerk?.name ?? '')}
          action={words().steps[clearingStep(counter)]}
          orders={orders}
          order={() => orders.step(counter.id, clearingStep(counter))}
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
