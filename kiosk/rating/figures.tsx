import { Face } from '../../shared/client/face.tsx';
import { common } from '../../shared/client/language.ts';
import type { RatingView } from '../../shared/protocol/views/rating.ts';
import { afterVoteWords } from './after-vote-words.ts';

/** Below this number of votes a share says nothing. */
const FEW = 5;
/** A narrower part of the bar has no space for its face. */
const FACE_FROM = 0.1;

/** Today's satisfaction exactly as the TV shows it at this moment: the pad must not say more about the last vote than the TV does. */
export function Figures({ view: { satisfaction, levels } }: { view: Pick<RatingView, 'satisfaction' | 'levels'> }) {
  const text = afterVoteWords();
  const { ratings, satisfied, levels: votes } = satisfaction;
  if (ratings === 0) return null;
  if (ratings < FEW || satisfied === null) return <p class="few">{text.votes(ratings)}</p>;
  const sum = votes.reduce((total, each) => total + each, 0);
  const parts = votes.map((each, index) => ({ level: index + 1, share: each / sum })).reverse();
  return (
    <div class="figures">
      <p class="share">
        <strong>
          {Math.round(100 * satisfied)}
          <small>%</small>
        </strong>
        <span>
          {text.satisfiedToday}
          <span class="votes">{text.votes(ratings)}</span>
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
