import { useRef } from 'preact/hooks';
import type { RatingView } from '../../shared/protocol/views/rating.ts';
import { clock } from '../../shared/words/common.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { keys } from '../parts/keys.ts';
import { ratingWords } from './words.ts';

/** A finger that was sent before the list moved has come down by then. */
const AIM_MS = 1000;

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
  // A tap counts if it began and ended on a list that had stood still for as long as it takes to aim.
  const order = JSON.stringify(visits);
  const list = useRef({ order, from: 0, meant: false });
  if (list.current.order !== order) list.current = { order, from: performance.now() + AIM_MS, meant: false };
  return (
    <section class="page">
      <Heading help={visits.length > 0 ? text.chooseVisitHelp : text.noVisits}>{text.chooseVisit}</Heading>
      <div
        class="visits"
        onPointerDown={({ timeStamp }) => {
          list.current.meant = timeStamp > list.current.from;
        }}
      >
        {visits.map(({ number, finishedAt }) => (
          <button
            key={number}
            type="button"
            disabled={locked}
            // A key presses what has the focus, wherever that stands.
            onClick={({ detail }) => (detail === 0 || list.current.meant) && onChoose(number)}
          >
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
