import type { ReadonlySignal } from '@preact/signals';
import type { ConnectionState } from '../../shared/client/connection.ts';
import { connectionPage } from '../../shared/client/connection-page.ts';
import { common, language } from '../../shared/client/language.ts';
import type { Rejection } from '../../shared/protocol/rejections.ts';
import type { RatingView } from '../../shared/protocol/views/rating.ts';
import type { EpochMs } from '../../shared/time.ts';
import { explain } from '../../shared/words/rejection.ts';
import { inUse } from '../parts/aids.ts';
import { Asking } from '../parts/asking.tsx';
import { ConnectionPage } from '../parts/connection-page.tsx';
import { Frame } from '../parts/frame.tsx';
import { lazyPage } from '../parts/lazy.tsx';
import { Refused } from '../parts/refused.tsx';
import { mayRetry } from '../parts/retry.ts';
import type { Speech } from '../parts/spoken.ts';
import { StillThere } from '../parts/still-there.tsx';
import { words } from '../parts/words.ts';
import type { Page, RatingFlow } from './flow.ts';
import { Levels } from './levels.tsx';
import { Reasons } from './reasons.tsx';
import { Thanks } from './thanks.tsx';
import { Visits } from './visits.tsx';
import { ratingWords } from './words.ts';

const NumberPad = lazyPage(
  () => import('./number-pad.tsx').then((part) => part.NumberPad),
  ({ onBack }) => onBack,
);

interface PadProps {
  view: ReadonlySignal<RatingView | null>;
  state: ReadonlySignal<ConnectionState>;
  clock: ReadonlySignal<EpochMs>;
  flow: RatingFlow;
}

export function Pad({ view, state, clock, flow }: PadProps) {
  const seen = view.value;
  const lost = state.value.kind === 'lost';
  const instead = connectionPage(state.value, seen !== null);
  return (
    <Frame
      office={seen?.office ?? null}
      clock={clock}
      trouble={seen && trouble(seen, lost)}
      notice={notice(flow)}
      speech={seen && !instead ? speechOf(flow.page.value, seen) : null}
    >
      {instead ? <ConnectionPage page={instead} /> : seen && <Step view={seen} lost={lost} flow={flow} />}
      {losesWhenLeft(flow.page.value) && <StillThere remaining={flow.stay.remaining} onLeave={flow.home} />}
    </Frame>
  );
}

function notice({ notice: { value } }: RatingFlow): string | null {
  return value && ratingWords().scans[value.kind];
}

function speechOf(page: Page, { levels }: RatingView): Speech {
  switch (page.kind) {
    case 'level':
      return { step: `level-${levels}` };
    case 'sending':
    case 'finding':
      return { step: 'asking' };
    case 'not-rateable':
      return { step: 'refused' };
    default:
      return { step: page.kind };
  }
}

/** Pages that lose a choice when they are left; a vote that waits for its moment is not left. */
function losesWhenLeft(page: Page): boolean {
  if (page.kind === 'refused') return page.rejection.code !== 'RatedTooSoon';
  return ['number', 'level', 'not-rateable'].includes(page.kind) || (page.kind === 'visits' && inUse());
}

function trouble({ health }: RatingView, lost: boolean): string | null {
  if (lost) return common().connectionLost;
  return health.storage === 'unavailable' ? ratingWords().storageTrouble : null;
}

function Step({ view, lost, flow }: { view: RatingView; lost: boolean; flow: RatingFlow }) {
  const page = flow.page.value;
  const remaining = flow.stay.remaining.value;
  switch (page.kind) {
    case 'visits':
      return (
        <Visits
          visits={view.visits}
          timeZone={view.office.timeZone}
          locked={lost || view.health.storage === 'unavailable'}
          onChoose={flow.chooseVisit}
          onType={flow.typeNumber}
        />
      );
    case 'number':
      return <NumberPad letters={view.letters} onChoose={flow.chooseVisit} onBack={flow.back} />;
    case 'level':
      return <Levels levels={view.levels} number={page.number} onChoose={flow.chooseLevel} onBack={flow.back} />;
    case 'reason':
      return <Reasons remaining={remaining} onChoose={flow.chooseReason} />;
    case 'sending':
      return <Asking sentence={lost ? words().retrying : words().pleaseWait} />;
    case 'refused':
    case 'not-rateable': {
      const { rejection } = page;
      if (rejection.code === 'RatedTooSoon')
        return <Asking sentence={ratingWords().sendsAgain(remaining ?? rejection.retryInSeconds)} />;
      const shown = { sentence: whyNot(rejection, view.office.timeZone), onHome: flow.home };
      if (page.kind === 'refused' && rejection.code === 'UnknownTicket')
        return <Refused {...shown} again={ratingWords().withoutNumber} onRetry={flow.retry} />;
      return <Refused {...shown} onRetry={mayRetry(rejection) ? flow.retry : null} />;
    }
    case 'finding':
      return <Asking sentence={lost ? words().retrying : words().finding} />;
    case 'thanks':
      return <Thanks onHome={flow.home} />;
    default:
      return page satisfies never;
  }
}

function whyNot(rejection: Rejection, timeZone: string): string {
  // A clerk is told that the ticket cannot be acted on; a visitor, that it is too early.
  if (rejection.code === 'WrongState') return ratingWords().notFinished(rejection.number);
  return explain(rejection, language.value, timeZone);
}
