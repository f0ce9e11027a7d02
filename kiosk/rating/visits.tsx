import { useRef } from 'preact/hooks';
import type { RatingView } from '../../shared/protocol/views/rating.ts';
import { clock } from '../../shared/words/common.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { choiceKeys } from '../parts/keys.ts';
import { ratingWords } from './words.ts';

const KEYPAD = 'M5 5h.1M12 5h.1M19 5h.1M5 12h.1M12 12h.1M19 12h.1M5 19h.1M12 19h.1M19 19h.1';

/** A finger that started to move before the list changed touches the screen within this time. */
const AIM_MS = 1000;

/** The two buttons that are there without any visit; they have the first keys. */
const WAYS = 2;

interface VisitsProps {
  visits: RatingView['visits'];
  timeZone: string;
  /** No vote can be stored now; the message in the frame says why. */
  locked: boolean;
  onChoose: (number: string | null) => void;
  onType: () => void;
}

export function Visits({ visits, timeZone, locked, onChoose, onType }: VisitsProps) {
  const text = ratingWords();
  // A tap counts only if the list has not changed since some time before it began.
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
        {visits.map(({ number, finishedAt }, index) => (
          <button
            key={number}
            type="button"
            disabled={locked}
            {...choiceKeys(WAYS + index, WAYS + visits.length)}
            // A key (detail 0) presses the focused button, wherever it has moved to.
            onClick={({ detail }) => (detail === 0 || list.current.meant) && onChoose(number)}
          >
            <span class="number">{number}</span>
            <span class="finished">{text.finishedAt(clock(finishedAt, timeZone))}</span>
          </button>
        ))}
      </div>
      <nav class="ways">
        <button type="button" disabled={locked} {...choiceKeys(0, WAYS + visits.length)} onClick={onType}>
          <Icon shape={KEYPAD} />
          {text.otherNumber}
        </button>
        <button type="button" disabled={locked} {...choiceKeys(1, WAYS + visits.length)} onClick={() => onChoose(null)}>
          {text.withoutNumber}
        </button>
      </nav>
    </section>
  );
}
