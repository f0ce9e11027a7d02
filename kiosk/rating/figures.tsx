import { Face } from '../../shared/client/face.tsx';
import { common } from '../../shared/client/language.ts';
import { sumOf, wholePercent } from '../../shared/office/satisfaction.ts';
import type { RatingView } from '../../shared/protocol/views/rating.ts';
import { afterVoteWords } from './after-vote-words.ts';

/** A narrower part of the bar has no space for its face. */
const FACE_FROM = 0.1;

/** Today's satisfaction exactly as the TV shows it at this moment: the pad must not say more about the last vote than the TV does. */
export function Figures({ view: { satisfaction, levels } }: { view: Pick<RatingView, 'satisfaction' | 'levels'> }) {
  const text = afterVoteWords();
  const { votes, satisfied, levels: counts, order } = satisfaction.shown;
  if (votes === 0) return null;
  if (satisfied === null) return <p class="few">{text.votes(votes)}</p>;
  const sum = sumOf(counts);
  const parts = counts.map((each, index) => ({ level: index + 1, share: each / sum }));
  if (order === 'best-first') parts.reverse();
  return (
    <div class="figures">
      <p class="share">
        <strong>
          {wholePercent(satisfied)}
          <small>%</small>
        </strong>
        <span>
          {text.satisfiedToday}
          <span class="votes">{text.votes(votes)}</span>
        </span>
      </p>
      <div class="levels" aria-hidden="true">
        {parts.map(
          ({ level, share }) =>
            share > 0 && (
              <span
                key={level}
                title={common().levels[levels][level - 1]}
                class={`level-${levels === 5 ? 6 - level : [4, 2, 1][level - 1]}`}
                style={{ flexGrow: share }}
              >
                {share >= FACE_FROM && <Face level={level} levels={levels} />}
              </span>
            ),
        )}
      </div>
    </div>
  );
}
