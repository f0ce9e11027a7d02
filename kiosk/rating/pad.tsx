import type { ReadonlySignal } from '@preact/signals';
import { isTimeInDoubt } from '../../shared/client/clock.ts';
import type { ConnectionState } from '../../shared/client/connection.ts';
import { connectionPage } from '../../shared/client/connection-page.ts';
import { explain } from '../../shared/client/explain.ts';
import { common, language } from '../../shared/client/language.ts';
import type { Rejection } from '../../shared/protocol/rejections.ts';
import type { RatingView } from '../../shared/protocol/views/rating.ts';
import type { EpochMs } from '../../shared/time.ts';
import { inUse } from '../parts/aids.ts';
import { Frame } from '../parts/frame.tsx';
import { lazyPage } from '../parts/lazy.tsx';
import { ConnectionPage, Refused, Waiting } from '../parts/message.tsx';
import { mayRetry } from '../parts/retry.ts';
import type { Speech } from '../parts/spoken.ts';
import { StillThere } from '../parts/still-there.tsx';
import { words } from '../parts/words.ts';
import type { Page, RatingFlow } from './flow.ts';
import { Visits } from './visits.tsx';
import { Levels, Reasons, Thanks } from './vote.tsx';
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
  const shown = view.value;
  const lost = state.value.kind === 'lost';
  const instead = connectionPage(state.value, shown !== null, language.value);
  return (
    <Frame
      office={shown?.office ?? null}
      clock={shown && isTimeInDoubt(shown.health) ? null : clock}
      trouble={shown && troubleOf(shown, lost)}
      notice={noticeOf(flow)}
      speech={shown && !instead ? speechOf(flow.page.value, shown) : null}
    >
      {instead ? <ConnectionPage page={instead} /> : shown && <Step view={shown} lost={lost} flow={flow} />}
      {losesChoice(flow.page.value) && <StillThere remaining={flow.idleTimer.remaining} onLeave={flow.home} />}
    </Frame>
  );
}

function noticeOf({ notice: { value } }: RatingFlow): string | null {
  return value && ratingWords().scans[value.kind];
}

function speechOf(page: Page, { levels, letters, visits }: RatingView): Speech {
  switch (page.kind) {
    case 'level':
      return { step: `level-${levels}` };
    case 'sending':
    case 'finding':
      return { step: 'asking' };
    case 'visits':
      return { step: 'visits', visits: visits.length > 0 ? visits.map(({ number }) => number) : undefined };
    case 'number':
      return { step: letters.length > 1 ? 'number' : 'digits' };
    case 'refused':
      if (page.rejection.code === 'UnknownTicket') return { step: 'refused-number' };
      return { step: mayRetry(page.rejection) ? 'refused-retry' : 'refused' };
    case 'not-rateable':
      return { step: mayRetry(page.rejection) ? 'refused-retry' : 'refused' };
    default:
      return { step: page.kind };
  }
}

/** Whether leaving the page discards what the visitor has chosen. A vote that will be sent again is not discarded. */
function losesChoice(page: Page): boolean {
  if (page.kind === 'refused') return page.rejection.code !== 'RatedTooSoon';
  return ['number', 'level', 'not-rateable'].includes(page.kind) || (page.kind === 'visits' && inUse());
}

function troubleOf({ health }: RatingView, lost: boolean): string | null {
  if (lost) return common().connectionLost;
  return health.storage === 'unavailable' ? ratingWords().storageTrouble : null;
}

function Step({ view, lost, flow }: { view: RatingView; lost: boolean; flow: RatingFlow }) {
  const page = flow.page.value;
  const remaining = flow.idleTimer.remaining.value;
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
      return <Waiting lost={lost} />;
    case 'refused':
    case 'not-rateable': {
      const { rejection } = page;
      if (rejection.code === 'RatedTooSoon')
        return <Waiting sentence={ratingWords().sendsAgain(remaining ?? rejection.retryInSeconds)} />;
      const shown = { sentence: whyNot(rejection, view.office.timeZone), onHome: flow.home };
      if (page.kind === 'refused' && rejection.code === 'UnknownTicket')
        return <Refused {...shown} again={ratingWords().withoutNumber} onRetry={flow.retry} />;
      return <Refused {...shown} onRetry={mayRetry(rejection) ? flow.retry : null} />;
    }
    case 'finding':
      return <Waiting lost={lost} sentence={words().finding} />;
    case 'thanks':
      return <Thanks onHome={flow.home} />;
    default:
      return page satisfies never;
  }
}

function whyNot(rejection: Rejection, timeZone: string): string {
  // The common sentence for this code is for clerks; a visitor reads that it is too early for a rating.
  if (rejection.code === 'WrongState') return ratingWords().notFinished(rejection.number);
  return explain(rejection, language.value, timeZone);
}
