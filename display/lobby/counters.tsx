import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { phrase } from '../parts/bilingual.tsx';
import { type BoardRow, boardPages, boardRows, pageAt } from './board.ts';
import { languageAt, Turning } from './turning.tsx';

interface Props {
  hall: DisplayView;
  /** The numbers are old: no counter is shown as working. */
  old: boolean;
  now: EpochMs;
}

/** Beside the words of a counter without a number. */
const SIGNS = { ready: 'M4 13l5 5L20 6', paused: 'M8 5v14M16 5v14', busy: '' };
/** Up to this number of counters the board has one column, with rows that have room for words. */
const ONE_COLUMN = 4;

/** Where each number goes: one row for each working counter. The rows never move; only what they say changes. */
export function Counters({ hall, old, now }: Props) {
  const pages = boardPages(boardRows(hall));
  const page = pageAt(now, pages.length);
  const rows = pages[page] ?? [];
  const { length } = rows;
  const all = pages[0]?.length ?? 0;
  const narrow = all > ONE_COLUMN || hall.layout.calls === 'below';
  const mark = pages.length > 1 ? `${page + 1}/${pages.length}` : '';
  return (
    <section
      class={`counters ${narrow ? `narrow halves-${Math.ceil(all / 2)} quarters-${Math.ceil(all / 4)}` : `rows-${all}`} ${all > ONE_COLUMN ? '' : 'few'}`}
    >
      {all > ONE_COLUMN && (
        <div class={mark ? 'heads paged' : 'heads'}>
          <Head now={now} mark="" />
          <Head now={now} mark={mark} />
        </div>
      )}
      {length === 0 && (
        <p class="empty">
          <Turning text={phrase((words) => words.noCounter)} now={now} />
        </p>
      )}
      <ul>
        {rows.map((row, index) => (
          <li
            // Another element for each state: Chromium may keep the colour of the former class.
            key={`${row.counterNumber} ${row.state} ${row.number} ${old}`}
            class={`${old ? 'old' : row.state} ${rows[index + 1]?.state === 'called' ? 'above-call' : ''}`}
          >
            <Row row={row} narrow={narrow} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Head({ mark, now }: { mark: string; now: EpochMs }) {
  return (
    <p>
      {mark || <Turning text={phrase((words) => words.number)} now={now} />}
      <Turning text={phrase((words) => words.atCounter)} now={now} />
    </p>
  );
}

function Row({ row: { number, counterNumber, state }, narrow, now }: { row: BoardRow; narrow: boolean; now: EpochMs }) {
  return (
    <>
      {state !== 'called' && state !== 'serving' ? (
        <p class="state">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={SIGNS[state]} />
          </svg>
          {phrase((words) => words[narrow ? (`${state}Short` as const) : state])[languageAt(now)]}
        </p>
      ) : (
        <p class={`ticket signs-${number?.length ?? 1}`}>{number}</p>
      )}
      <p class="at" key={languageAt(now)}>
        {state === 'called' && (
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M3 12h17M13 5l7 7-7 7" />
          </svg>
        )}
        <span class="word">
          {phrase((words) => (state === 'called' ? words.goToCounter : words.atCounter))[languageAt(now)]}
        </span>
      </p>
      <b class="tile">{counterNumber}</b>
    </>
  );
}
