import type { RatingReason } from '../../shared/requests.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { ratingWords } from './words.ts';

const REASONS = ['waiting', 'attitude', 'guidance', 'papers', 'room'] as const satisfies readonly RatingReason[];

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
        {REASONS.map((reason, index) => (
          <button
            key={reason}
            type="button"
            class="tile"
            aria-keyshortcuts={String(index + 1)}
            onClick={() => onChoose(reason)}
          >
            {text.reasons[reason]}
          </button>
        ))}
        <button type="button" class="skip" aria-keyshortcuts="0" onClick={() => onChoose(null)}>
          <Icon shape="check" />
          {text.skip}
        </button>
      </div>
    </section>
  );
}
