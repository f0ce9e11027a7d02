/** The pages after the press of a face: the reason of a low vote, and the thanks. Loaded while the first page is shown. */
import { useRef, useState } from 'preact/hooks';
import { Face } from '../../shared/client/face.tsx';
import { common } from '../../shared/client/language.ts';
import type { RatingReason } from '../../shared/protocol/requests.ts';
import type { RatingView } from '../../shared/protocol/views/rating.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon, type Shape } from '../parts/icons.tsx';
import { BACK, choiceKeys, keys } from '../parts/keys.ts';
import { moreIcons } from '../parts/more-icons.ts';
import { words } from '../parts/words.ts';
import { afterVoteWords, reasonWords } from './after-vote-words.ts';
import { Figures } from './figures.tsx';
import type { AfterVote, RatingFlow } from './flow.ts';
import { visitsOffered } from './offered.ts';

const SMILE = 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8.5 14.5q3.5 3.5 7 0M9 9.5h.1M15 9.5h.1';
const DOTS = 'M5 12h.1M12 12h.1M19 12h.1';

const REASONS = [
  { reason: 'waiting', shape: 'clock' },
  { reason: 'attitude', shape: SMILE },
  { reason: 'guidance', shape: moreIcons.signpost },
  { reason: 'papers', shape: 'document' },
  { reason: 'room', shape: moreIcons.chair },
  { reason: 'other', shape: DOTS },
] as const satisfies readonly { reason: RatingReason; shape: Shape }[];

interface AfterVoteProps {
  page: AfterVote;
  view: RatingView;
  /** The vote will be sent when the network is back. */
  lost: boolean;
  flow: RatingFlow;
}

export function AfterVotePage(props: AfterVoteProps) {
  // As it was when the face was pressed: a number must not move under a finger.
  const [visits] = useState(() => visitsOffered(props.view));
  return props.page.kind === 'reason' ? <Reason {...props} visits={visits} /> : <Thanks {...props} visits={visits} />;
}

type Offered = AfterVoteProps & { visits: readonly string[] };

function Reason({ page: { vote }, view: { levels }, lost, flow, visits }: Offered) {
  const text = afterVoteWords();
  const choices = REASONS.length + visits.length + 1;
  return (
    <section class="page reason">
      <div class="given">
        <Face level={vote.level} levels={levels} />
        <div>
          <p class="recorded">
            <Icon shape="check" />
            <b>{lost ? text.keptForNow : text.recorded}</b> <span>{common().levels[levels][vote.level - 1]}</span>
          </p>
          <Heading>{text.whatMattered}</Heading>
        </div>
      </div>
      <Again onAgain={flow.chooseAgain} />
      <div class="reasons">
        {REASONS.map(({ reason, shape }, index) => (
          <button
            key={reason}
            type="button"
            aria-pressed={vote.reason === reason}
            {...choiceKeys(index, choices)}
            onClick={() => flow.chooseReason(reason)}
          >
            <Icon shape={shape} />
            <span>{reasonWords()[reason]}</span>
          </button>
        ))}
      </div>
      <Numbers from={REASONS.length} choices={choices} chosen={vote.number} visits={visits} flow={flow} />
      <p class="why">{text.whyNumber}</p>
      <Done flow={flow} />
    </section>
  );
}

/** The bar in the button shrinks until the answers are sent by themselves. */
function Done({ flow }: Pick<AfterVoteProps, 'flow'>) {
  const { value: remaining } = flow.idleTimer.remaining;
  const most = useRef(1);
  most.current = Math.max(most.current, remaining ?? 0);
  return (
    <button type="button" class="primary done" {...keys('Enter')} onClick={flow.done}>
      {words().done}
      <span class="bar" style={{ width: `${(100 * (remaining ?? 0)) / most.current}%` }} />
    </button>
  );
}

function Again({ onAgain }: { onAgain: () => void }) {
  return (
    <button type="button" class="again" {...BACK} onClick={onAgain}>
      {afterVoteWords().again}
    </button>
  );
}

interface NumbersProps {
  /** How many choices of the page come before. */
  from: number;
  choices: number;
  chosen: string | null;
  visits: readonly string[];
  flow: Pick<RatingFlow, 'chooseNumber' | 'typeNumber'>;
}

/** The numbers of the visits that were finished last, and a way to every other number. */
function Numbers({ from, choices, chosen, visits, flow }: NumbersProps) {
  const text = afterVoteWords();
  const typed = chosen !== null && !visits.includes(chosen);
  return (
    <>
      <p class="label" aria-hidden="true">
        <b>{text.yourNumber}</b> {text.optional}
      </p>
      <fieldset class="numbers">
        <legend class="unseen">
          {text.yourNumber} {text.optional}
        </legend>
        {visits.map((number, index) => (
          <button
            key={number}
            type="button"
            class="number"
            aria-pressed={chosen === number}
            {...choiceKeys(from + index, choices)}
            onClick={() => flow.chooseNumber(number)}
          >
            {number}
          </button>
        ))}
        <button
          type="button"
          class={typed ? 'number' : ''}
          aria-pressed={typed}
          {...choiceKeys(from + visits.length, choices)}
          onClick={flow.typeNumber}
        >
          {typed ? chosen : text.otherNumber}
        </button>
      </fieldset>
    </>
  );
}

function Thanks({ page, view, lost, flow, visits }: Offered) {
  const text = afterVoteWords();
  const { level } = page.vote;
  const { levels, office } = view;
  // After a bad vote a high figure would say that all others are content.
  const showsFigures = level > (levels === 5 ? 2 : 1) && !lost;
  const asks = page.kind === 'thanks' && page.asksNumber;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the page leaves by itself too; the touch is for a next visitor in a hurry
    <section
      class={`page thanks${asks ? ' asks' : ''}${showsFigures ? '' : ' plain'}`}
      role="status"
      onClick={({ target }) => target instanceof Element && !target.closest('button') && flow.home()}
    >
      <div class="given">
        <Face level={level} levels={levels} />
      </div>
      <Again onAgain={flow.chooseAgain} />
      <Heading help={showsFigures || lost ? null : text.willReview(office.hotline)}>{text.thanks}</Heading>
      {lost && (
        <p class="kept">
          <Icon shape="check" />
          {text.kept}
        </p>
      )}
      {showsFigures && <Figures view={view} />}
      {asks && <Numbers from={0} choices={visits.length + 1} chosen={null} visits={visits} flow={flow} />}
      {showsFigures && (
        <p class="closing">
          {text.otherThanks} · {common().hotline(office.hotline)}
        </p>
      )}
    </section>
  );
}
