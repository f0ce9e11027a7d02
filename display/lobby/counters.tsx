import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { clock } from '../../shared/words/common.ts';
import { Bilingual, phrase } from '../parts/bilingual.tsx';
import { type CounterRow, counterRows } from './counter-rows.ts';

interface Props {
  hall: DisplayView;
  /** The number of the current call, which is marked in the list too. */
  highlighted: string | null;
}

export function Counters({ hall, highlighted }: Props) {
  const rows = counterRows(hall);
  return (
    <section class="panel counters">
      <h2>
        <Bilingual text={phrase((words) => words.counters)} />
      </h2>
      {rows.length === 0 ? (
        <p class="empty">
          <Bilingual text={phrase((words) => words.noCounter)} />
        </p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li
              // Not the same element for a call and for the visitor who missed it: Chromium may keep the colour of the former class.
              key={`${row.state === 'missed' ? 'missed ' : ''}${row.counterNumber} ${row.number}`}
              class={row.number !== null && row.number === highlighted ? `${row.state} highlighted` : row.state}
            >
              <Row row={row} timeZone={hall.office.timeZone} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ row, timeZone }: { row: CounterRow; timeZone: string }) {
  const state = phrase((words) =>
    row.state === 'missed' ? words.missed(clock(row.until, timeZone)) : words[row.state],
  );
  return (
    <>
      <p class="ticket">{row.number ?? '–'}</p>
      <p class="state">
        <Bilingual text={state} />
      </p>
      <p class="at">
        <Bilingual text={phrase((words) => words.counter(row.counterNumber))} />
      </p>
    </>
  );
}
