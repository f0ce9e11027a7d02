import type { ReadonlySignal } from '@preact/signals';
import type { OfficeHead } from '../../shared/protocol/views/common.ts';
import type { BoardCall } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import { Bilingual, phrase } from './bilingual.tsx';
import { BurnInShift } from './burn-in-shift.tsx';
import { inOrder } from './calls.ts';
import { Motto } from './motto.tsx';

/** Two columns have room for this number of calls. */
const ROOM = 8;
/** Up to this number calls are shown twice as large. */
const FEW = 4;

interface Props {
  calls: BoardCall[];
  updatedAt: EpochMs | null;
  office: OfficeHead;
  clock: ReadonlySignal<EpochMs>;
}

/** The screen after a long loss of the connection: the last calls, under a warning that they are old. */
export function OfflineScreen({ calls, updatedAt, office, clock }: Props) {
  const last = inOrder(calls).slice(0, ROOM);
  const at = updatedAt === null ? '–' : wallClock(updatedAt, office.timeZone);
  return (
    <BurnInShift clock={clock}>
      <main class="long-lost">
        <div role="alert">
          <h1>
            <Bilingual text={phrase((words) => words.lost)} />
          </h1>
          <p class="hint">
            <Bilingual text={phrase((words) => words.lostHint)} />
          </p>
        </div>
        {last.length > 0 && (
          <section>
            <h2>
              <Bilingual text={phrase((words) => words.lastCalls(at))} />
            </h2>
            <ul class={last.length <= FEW ? 'few' : ''}>
              {last.map(({ number, counterNumber }) => (
                <li key={counterNumber}>
                  <b>{number}</b>
                  <span class="at">
                    <Bilingual text={phrase((words) => words.counter(counterNumber))} />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Motto office={office} />
      </main>
    </BurnInShift>
  );
}
