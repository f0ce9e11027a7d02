import type { BoardCall, DisplayView } from '../../shared/views.ts';
import { Both, phrase } from '../parts/both.tsx';
import { type CounterRow, counterRows } from './counter-rows.ts';

interface Props {
  calls: BoardCall[];
  counters: DisplayView['counters'];
  /** The number in the spotlight is marked here too. */
  highlighted: string | null;
}

export function Counters({ calls, counters, highlighted }: Props) {
  const rows = counterRows(calls, counters);
  return (
    <section class="panel counters">
      <h2>
        <Both text={phrase((words) => words.counters)} />
      </h2>
      {rows.length === 0 ? (
        <p class="empty">
          <Both text={phrase((words) => words.noCounter)} />
        </p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li
              key={row.counterNumber}
              class={row.number !== null && row.number === highlighted ? `${row.state} highlighted` : row.state}
            >
              <Row row={row} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ row }: { row: CounterRow }) {
  return (
    <>
      <p class="ticket">{row.number ?? '–'}</p>
      <p class="state">
        <Both text={phrase((words) => words[row.state])} />
      </p>
      <p class="at">
        <Both text={phrase((words) => words.counter(row.counterNumber))} />
      </p>
    </>
  );
}
