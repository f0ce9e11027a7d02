import { Face } from '../../shared/client/face.tsx';
import type { Figures } from '../../shared/office/satisfaction.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { Bilingual, phrase } from '../parts/bilingual.tsx';
import { count, percent, responseRate } from './figures.ts';

type Today = DisplayView['satisfaction'];

export function Satisfaction({ figures }: { figures: Today }) {
  return (
    <section class="panel satisfaction">
      <h2>
        <Bilingual text={phrase((words) => words.satisfaction)} />
      </h2>
      <div class="score">
        <Share satisfied={figures.satisfied} />
        <Levels levels={figures.levels} />
      </div>
      <Base figures={figures} />
      <Month figures={figures.month} />
    </section>
  );
}

/** The ring has length 100; half a unit more closes the gap that rounding would leave. */
const WHOLE = 100.5;

function Share({ satisfied }: { satisfied: number | null }) {
  return (
    <div class={satisfied === null ? 'share empty' : 'share'}>
      <svg viewBox="0 0 40 40" aria-hidden="true">
        <circle cx="20" cy="20" r="17" class="track" />
        <circle
          cx="20"
          cy="20"
          r="17"
          class="reached"
          pathLength="100"
          stroke-dashoffset={WHOLE * (1 - (satisfied ?? 0))}
        />
      </svg>
      <p class="value">
        <b class={satisfied === 1 ? 'whole' : ''}>{satisfied === null ? '–' : percent(satisfied)}</b>
        <Bilingual text={phrase((words) => words.satisfied)} />
      </p>
    </div>
  );
}

/** The bars of the levels, best level on top. */
function Levels({ levels }: { levels: number[] }) {
  const votes = levels.reduce((sum, count) => sum + count, 0);
  const scale = levels.length === 3 ? 3 : 5;
  const bestFirst = levels.map((count, level) => ({ count, level })).reverse();
  return (
    <ul class={scale === 3 ? 'levels three' : 'levels'}>
      {bestFirst.map(({ count, level }) => (
        <li key={level}>
          <Face level={level + 1} levels={scale} />
          <p class="name">
            <Bilingual text={phrase((_, common) => common.levels[scale][level] ?? '')} />
          </p>
          <span class="bar">
            <i style={{ transform: `scaleX(${votes === 0 ? 0 : count / votes})` }} />
          </span>
          <p class="count">{count}</p>
        </li>
      ))}
    </ul>
  );
}

/** The figures of the month: those of today are of few visitors. */
function Month({ figures: { satisfied, ratings, visits } }: { figures: Figures }) {
  if (satisfied === null) return null;
  const rate = responseRate(ratings, visits);
  return (
    <p class="month">
      <Bilingual
        text={phrase((words) => words.month(percent(satisfied), count(ratings, words.thousands), rate ?? '–'))}
      />
    </p>
  );
}

function Base({ figures }: { figures: Today }) {
  const { ratings, visits, anonymous } = figures;
  if (ratings + anonymous === 0) {
    return (
      <p class="base">
        <Bilingual text={phrase((words) => words.pleaseRate)} />
      </p>
    );
  }
  const rate = responseRate(ratings, visits);
  const facts = phrase((words) =>
    [
      rate === null ? words.ratings(ratings) : words.ratingsOfVisits(ratings, visits, rate),
      ...(anonymous === 0 ? [] : [words.anonymous(anonymous)]),
    ].join(' · '),
  );
  return (
    <p class="base">
      <Bilingual text={facts} />
    </p>
  );
}
