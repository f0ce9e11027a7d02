import type { ReadonlySignal } from '@preact/signals';
import { isTimeInDoubt } from '../../shared/client/clock.ts';
import type { ConnectionState } from '../../shared/client/connection.ts';
import { connectionPage } from '../../shared/client/connection-page.ts';
import { explain } from '../../shared/client/explain.ts';
import { common, language } from '../../shared/client/language.ts';
import type { Rejection } from '../../shared/protocol/rejections.ts';
import type { RatingView } from '../../shared/protocol/views/rating.ts';
import { type EpochMs, MINUTE } from '../../shared/time.ts';
import { openingMoment } from '../../shared/words/common.ts';
import { inUse } from '../parts/aids.ts';
import { lazyPage } from '../parts/lazy.tsx';
import { ConnectionPage, Refused, Waiting } from '../parts/message.tsx';
import { mayRetry } from '../parts/retry.ts';
import type { Speech } from '../parts/spoken.ts';
import { StillThere } from '../parts/still-there.tsx';
import { words } from '../parts/words.ts';
import { Faces } from './faces.tsx';
import type { Page, RatingFlow } from './flow.ts';
import { PadFrame } from './frame.tsx';
import { visitsOffered } from './offered.ts';
import { ratingWords } from './words.ts';

const AfterVotePage = lazyPage(
  () => import('./after-vote.tsx').then((part) => part.AfterVotePage),
  ({ flow }) => flow.home,
);
const NumberPad = lazyPage(
  () => import('./number-pad.tsx').then((part) => part.NumberPad),
  ({ onBack }) => onBack,
);
const NumberRefused = lazyPage(
  () => import('./number-refused.tsx').then((part) => part.NumberRefused),
  ({ flow }) => flow.home,
);

/** Visitors whose visit ends at the close of the office still pass the pad. */
const STILL_LEAVING = 15 * MINUTE;

interface PadProps {
  view: ReadonlySignal<RatingView | null>;
  state: ReadonlySignal<ConnectionState>;
  clock: ReadonlySignal<EpochMs>;
  flow: RatingFlow;
}

export function Pad({ view, state, clock, flow }: PadProps) {
  const shown = view.value;
  const page = flow.page.value;
  const lost = state.value.kind === 'lost';
  const instead = connectionPage(state.value, shown !== null, language.value);
  return (
    <PadFrame
      office={shown?.office ?? null}
      clock={shown && isTimeInDoubt(shown.health) ? null : clock}
      page={instead ? 'instead' : page.kind}
      trouble={shown && troubleOf(shown, lost)}
      notice={noticeOf(flow)}
      speech={shown && !instead ? speechOf(page, shown) : null}
    >
      {instead ? (
        <ConnectionPage page={instead} />
      ) : (
        shown && <Step view={shown} lost={lost} clock={clock} flow={flow} />
      )}
      {losesChoice(page) && <StillThere remaining={flow.idleTimer.remaining} onLeave={flow.home} />}
    </PadFrame>
  );
}

function noticeOf({ notice: { value } }: RatingFlow): string | null {
  return value && ratingWords().scans[value.kind];
}

function speechOf(page: Page, view: RatingView): Speech {
  const { levels, letters } = view;
  switch (page.kind) {
    case 'faces':
    case 'pressed':
      return { step: `level-${levels}` };
    case 'finding':
      return { step: 'asking' };
    case 'number':
      return { step: letters.length > 1 ? 'number' : 'digits' };
    case 'refused':
      return { step: 'refused-number' };
    case 'not-rateable':
      return { step: mayRetry(page.rejection) ? 'refused-retry' : 'refused' };
    case 'reason':
      return { step: 'reason', visits: spokenVisits(view) };
    case 'thanks':
      return page.asksNumber ? { step: 'thanks-number', visits: spokenVisits(view) } : { step: 'thanks' };
    default:
      return page satisfies never;
  }
}

function spokenVisits(view: RatingView): string[] | undefined {
  const visits = visitsOffered(view);
  return visits.length > 0 ? visits : undefined;
}

/** Whether leaving the page discards what the visitor has chosen. */
function losesChoice(page: Page): boolean {
  return page.kind === 'number' || page.kind === 'not-rateable' || (page.kind === 'faces' && inUse());
}

function troubleOf({ health }: RatingView, lost: boolean): string | null {
  if (lost) return common().connectionLost;
  return health.storage === 'unavailable' ? ratingWords().storageTrouble : null;
}

interface StepProps {
  view: RatingView;
  lost: boolean;
  clock: ReadonlySignal<EpochMs>;
  flow: RatingFlow;
}

function Step({ view, lost, clock, flow }: StepProps) {
  const page = flow.page.value;
  switch (page.kind) {
    case 'faces':
    case 'pressed':
      return (
        <Faces
          view={view}
          number={page.kind === 'faces' ? page.number : page.vote.number}
          pressed={page.kind === 'pressed' ? page.vote.level : null}
          closed={page.kind === 'faces' && page.number === null ? closedSentence(view, clock.value) : null}
          locked={view.health.storage === 'unavailable'}
          onChoose={flow.chooseLevel}
        />
      );
    case 'reason':
    case 'thanks':
      return <AfterVotePage key={page.vote.voteId} page={page} view={view} lost={lost} flow={flow} />;
    case 'number':
      return <NumberPad letters={view.letters} onChoose={flow.chooseNumber} onBack={flow.back} />;
    case 'refused':
      return <NumberRefused sentence={whyNot(page.rejection, view.office.timeZone)} flow={flow} />;
    case 'not-rateable': {
      const { rejection } = page;
      const sentence = whyNot(rejection, view.office.timeZone);
      return <Refused sentence={sentence} onHome={flow.home} onRetry={mayRetry(rejection) ? flow.retry : null} />;
    }
    case 'finding':
      return <Waiting lost={lost} sentence={words().finding} />;
    default:
      return page satisfies never;
  }
}

/** Null while visitors may rate: in opening hours, and after them while visitors who were served are still leaving. */
function closedSentence({ opening, visits, office }: RatingView, now: EpochMs): string | null {
  const [latest] = visits;
  if (opening.state === 'open' || (latest && now - latest.finishedAt < STILL_LEAVING)) return null;
  const { opensAt } = opening;
  return opensAt === null ? '' : ratingWords().opens(openingMoment(opensAt, now, office.timeZone, language.value));
}

function whyNot(rejection: Rejection, timeZone: string): string {
  // The common sentence for this code is for clerks; a visitor reads that it is too early for a rating.
  if (rejection.code === 'WrongState') return ratingWords().notFinished(rejection.number);
  return explain(rejection, language.value, timeZone);
}
