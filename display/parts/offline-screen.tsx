import type { ReadonlySignal } from '@preact/signals';
import type { BoardCall, OfficeHead } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import { Both, phrase } from './bilingual.tsx';
import { Shifting } from './burn-in-shift.tsx';
import { inOrder } from './calls.ts';
import { Motto } from './motto.tsx';

/** As many calls as stand on the screen in two columns. */
const ROOM = 8;
/** As many as stand there twice as large. */
const FEW = 4;

interface Props {
  calls: BoardCall[];
  updatedAt: EpochMs | null;
  office: OfficeHead;
  clock: ReadonlySignal<EpochMs>;
}

/** Nobody may take old numbers for new ones, and nobody may lose sight of the last. */
export function LongLost({ calls, updatedAt, office, clock }: Props) {
  const last = inOrder(calls).slice(0, ROOM);
  const at = updatedAt === null ? '–' : wallClock(updatedAt, office.timeZone);
  return (
    <Shifting clock={clock}>
      <main class="long-lost">
        <div role="alert">
          <h1>
            <Both text={phrase((words) => words.lost)} />
          </h1>
          <p class="hint">
            <Both text={phrase((words) => words.lostHint)} />
          </p>
        </div>
        {last.length > 0 && (
          <section>
            <h2>
              <Both text={phrase((words) => words.lastCalls(at))} />
            </h2>
            <ul class={last.length <= FEW ? 'few' : ''}>
              {last.map(({ number, counterNumber }) => (
                <li key={counterNumber}>
                  <b>{number}</b>
                  <span class="at">
                    <Both text={phrase((words) => words.counter(counterNumber))} />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Motto office={office} />
      </main>
    </Shifting>
  );
}
