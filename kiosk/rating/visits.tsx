import type { RatingView } from '../../shared/rating-view.ts';
import { clock } from '../../shared/words/common.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { keys } from '../parts/keys.ts';
import { ratingWords } from './words.ts';

interface VisitsProps {
  visits: RatingView['visits'];
  timeZone: string;
  /** No vote can be taken at the moment; the frame says why. */
  locked: boolean;
  onChoose: (number: string | null) => void;
  onType: () => void;
}

export function Visits({ visits, timeZone, locked, onChoose, onType }: VisitsProps) {
  const text = ratingWords();
  return (
    <section class="page">
      <Heading help={visits.length > 0 ? text.chooseVisitHelp : text.noVisits}>{text.chooseVisit}</Heading>
      <div class="visits">
        {visits.map(({ number, finishedAt }) => (
          <button key={number} type="button" disabled={locked} onClick={() => onChoose(number)}>
            <span class="number">{number}</span>
            <span class="finished">{text.finishedAt(clock(finishedAt, timeZone))}</span>
          </button>
        ))}
      </div>
      <nav class="ways">
        <button type="button" disabled={locked} {...keys('1')} onClick={onType}>
          <Icon shape="keypad" />
          {text.otherNumber}
        </button>
        <button type="button" disabled={locked} {...keys('2')} onClick={() => onChoose(null)}>
          {text.withoutNumber}
        </button>
      </nav>
    </section>
  );
}
