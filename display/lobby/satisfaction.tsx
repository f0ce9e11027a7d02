import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Face } from '../../shared/client/face.tsx';
import { AT_ONCE_FROM, sumOf, wholePercent } from '../../shared/office/satisfaction.ts';
import type { ShownSatisfaction } from '../../shared/protocol/views/common.ts';
import type { DurationMs, EpochMs } from '../../shared/time.ts';
import { phrase } from '../parts/bilingual.tsx';
import { languageAt, Turning } from './turning.tsx';

/** As long as the bar needs (satisfaction.css). */
const GLIDE: DurationMs = 1_200;
/** How long a new vote is thanked for. */
const THANKED: DurationMs = 4_000;
/** A part of the bar that is wider than this has room for its face. */
const FACE_FROM = 0.1;

/** Today's satisfaction: one figure and one bar. The server decides when they move, so that nobody's vote can be read off them. */
export function Satisfaction({ shown, now }: { shown: ShownSatisfaction; now: EpochMs }) {
  const { votes, satisfied } = shown;
  const fresh = useFresh(votes);
  return (
    <section class={`satisfaction ${satisfied === null ? 'unrated' : ''}`}>
      {satisfied === null ? (
        <p class="invite">
          <Turning text={phrase((words) => (votes === 0 ? words.pleaseRate : words.ratings(votes)))} now={now} />
        </p>
      ) : (
        <div class="figure">
          <p class={satisfied === 1 ? 'share whole' : 'share'}>
            <Gliding to={wholePercent(satisfied)} />
            <span>%</span>
          </p>
          <p class={fresh > 0 ? 'label fresh' : 'label'} key={fresh > 0 ? 'fresh' : languageAt(now)}>
            <span>{fresh > 0 ? `+${fresh}` : <Turning text={phrase((words) => words.satisfied)} now={now} />}</span>
            <Turning text={phrase((words) => below(fresh, votes, words))} now={now} />
          </p>
        </div>
      )}
      <Bar shown={shown} />
    </section>
  );
}

/** Counts from the former figure to the new one, while the parts of the bar move. */
function Gliding({ to }: { to: number }) {
  const shown = useSignal(to);
  useEffect(() => {
    const from = shown.peek();
    const begin = Date.now();
    const length = matchMedia('(prefers-reduced-motion: reduce)').matches ? 1 : GLIDE;
    const timer = setInterval(() => {
      const part = Math.min(1, (Date.now() - begin) / length);
      shown.value = Math.round(from + (to - from) * part);
      if (part === 1) clearInterval(timer);
    }, 40);
    return () => clearInterval(timer);
  }, [to]);
  return <b>{shown}</b>;
}

type Words = Parameters<Parameters<typeof phrase>[0]>[0];

function below(fresh: number, votes: number, words: Words): string {
  if (fresh > 0) return words.thanks;
  return votes < AT_ONCE_FROM ? words.opinions(votes) : words.today;
}

/** How many votes have just come; 0 below the number from which single votes move the figure. */
function useFresh(votes: number): number {
  const before = useRef(votes);
  const fresh = useSignal(0);
  useEffect(() => {
    const more = votes - before.current;
    before.current = votes;
    if (more <= 0 || votes <= AT_ONCE_FROM) return;
    fresh.value = more;
    const timer = setTimeout(() => {
      fresh.value = 0;
    }, THANKED);
    return () => clearTimeout(timer);
  }, [votes]);
  return fresh.value;
}

/** One part for each level in the order of the faces, as wide as its share; equal parts before the first share. */
function Bar({ shown: { levels, satisfied, order } }: { shown: ShownSatisfaction }) {
  const total = sumOf(levels);
  const scale = levels.length === 3 ? 3 : 5;
  const parts = levels.map((count, index) => ({ level: index + 1, share: satisfied === null ? 1 : count / total }));
  return (
    <div class="bar" aria-hidden="true">
      {(order === 'best-first' ? parts.reverse() : parts).map(({ level, share }) => (
        <i
          key={level}
          class={`level-${scale === 3 ? [4, 2, 1][level - 1] : 6 - level} ${share === 0 ? 'none' : ''}`}
          style={{ flexGrow: String(share) }}
        >
          {share > FACE_FROM && <Face level={level} levels={scale} />}
        </i>
      ))}
    </div>
  );
}
