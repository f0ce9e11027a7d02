import type { RatingReason } from '../../shared/protocol/requests.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon, type Shape } from '../parts/icons.tsx';
import { choiceKeys } from '../parts/keys.ts';
import { ratingWords, reasonWords } from './words.ts';

const REASONS = [
  { reason: 'waiting', shape: 'clock' },
  { reason: 'attitude', shape: 'smile' },
  { reason: 'guidance', shape: 'signpost' },
  { reason: 'papers', shape: 'document' },
  { reason: 'room', shape: 'chair' },
] as const satisfies readonly { reason: RatingReason; shape: Shape }[];

interface ReasonsProps {
  /** Seconds until the vote is sent without a reason. */
  remaining: number | null;
  onChoose: (reason: RatingReason | null) => void;
}

export function Reasons({ remaining, onChoose }: ReasonsProps) {
  const text = ratingWords();
  return (
    <section class="page">
      <Heading help={remaining === null ? null : text.whatMatteredHelp(remaining)}>{text.whatMattered}</Heading>
      <div class="reasons">
        {REASONS.map(({ reason, shape }, index) => (
          <button key={reason} type="button" {...choiceKeys(index)} onClick={() => onChoose(reason)}>
            <span class="sign">
              <Icon shape={shape} />
            </span>
            {reasonWords()[reason]}
          </button>
        ))}
        <button type="button" class="skip" {...choiceKeys(REASONS.length)} onClick={() => onChoose(null)}>
          <span class="sign">
            <Icon shape="check" />
          </span>
          {text.skip}
        </button>
      </div>
    </section>
  );
}
