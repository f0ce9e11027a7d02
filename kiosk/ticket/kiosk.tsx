import type { ReadonlySignal } from '@preact/signals';
import type { ConnectionState } from '../../shared/client/connection.ts';
import { connectionPage } from '../../shared/client/connection-page.ts';
import { common, language } from '../../shared/client/language.ts';
import { ticketAddress } from '../../shared/protocol/pages.ts';
import type { KioskView } from '../../shared/protocol/views/kiosk.ts';
import type { EpochMs } from '../../shared/time.ts';
import { explain } from '../../shared/words/rejection.ts';
import { inUse } from '../parts/aids.ts';
import { Asking } from '../parts/asking.tsx';
import { ConnectionPage } from '../parts/connection-page.tsx';
import { Frame } from '../parts/frame.tsx';
import { lazyPage } from '../parts/lazy.tsx';
import { Refused } from '../parts/refused.tsx';
import { mayRetry } from '../parts/retry.ts';
import { offeredClass } from '../parts/scanned.ts';
import { StillThere } from '../parts/still-there.tsx';
import { words } from '../parts/words.ts';
import { Choosing } from './choosing.tsx';
import type { TicketFlow } from './flow.ts';
import { isChoosing, type Page } from './page.ts';
import { speechOf } from './speech.ts';
import { TicketResult } from './ticket-result.tsx';

const Scan = lazyPage(
  () => import('./scan.tsx').then((part) => part.Scan),
  ({ flow }) => flow.home,
);

interface KioskProps {
  view: ReadonlySignal<KioskView | null>;
  state: ReadonlySignal<ConnectionState>;
  clock: ReadonlySignal<EpochMs>;
  now: () => EpochMs;
  flow: TicketFlow;
}

export function Kiosk({ view, state, clock, now, flow }: KioskProps) {
  const seen = view.value;
  const instead = connectionPage(state.value, seen !== null);
  const page = flow.page.value;
  return (
    <Frame
      office={seen?.office ?? null}
      clock={clock}
      trouble={seen && trouble(seen, state.value, page)}
      notice={seen && notice(seen, flow)}
      speech={seen && !instead ? speechOf(page, seen, flow.print.value) : null}
    >
      {instead ? (
        <ConnectionPage page={instead} />
      ) : (
        seen && <Step view={seen} lost={state.value.kind === 'lost'} now={now} flow={flow} />
      )}
      {losesWhenLeft(page) && <StillThere remaining={flow.stay.remaining} onLeave={flow.home} />}
    </Frame>
  );
}

/** Pages that lose a choice when they are left. */
function losesWhenLeft(page: Page): boolean {
  if (page.kind === 'services') return inUse();
  return isChoosing(page) || page.kind === 'refused' || page.kind === 'not-found';
}

function notice({ classes }: KioskView, flow: TicketFlow): string | null {
  const scanned = flow.notice.value;
  if (scanned === null) return null;
  const text = words().scans;
  if (scanned.kind !== 'card') return text[scanned.kind];
  return offeredClass(scanned, classes) === null ? text.noOffer : text.offer;
}

/** The worst first: one sentence is read, three are not. */
function trouble({ health, opening }: KioskView, state: ConnectionState, page: Page): string | null {
  if (state.kind === 'lost') return common().connectionLost;
  if (health.storage === 'unavailable') return words().storageTrouble;
  // The page of a number says by itself what became of its paper.
  return opening.state === 'open' && isChoosing(page) ? words().printers[health.printer] : null;
}

interface StepProps {
  view: KioskView;
  lost: boolean;
  now: () => EpochMs;
  flow: TicketFlow;
}

function Step(props: StepProps) {
  const { view, lost, flow } = props;
  const page = flow.page.value;
  const { office, services, dossiersPerTurn } = view;
  if (isChoosing(page)) return <Choosing {...props} page={page} />;
  switch (page.kind) {
    case 'asking':
      return <Asking sentence={lost ? words().retrying : words().pleaseWait} />;
    case 'refused':
      return <NotGiven page={page} timeZone={office.timeZone} flow={flow} />;
    case 'finding':
    case 'found':
    case 'not-found':
      return <Scan page={page} lost={lost} timeZone={office.timeZone} flow={flow} />;
    case 'result':
      return (
        <TicketResult
          ticket={page.ticket}
          timeZone={office.timeZone}
          address={ticketAddress(view.address, page.ticket.id)}
          service={services.find(({ id }) => id === page.ticket.serviceId) ?? null}
          dossiersPerTurn={dossiersPerTurn}
          print={flow.print.value}
          remaining={flow.stay.remaining.value}
          onDone={flow.home}
        />
      );
    default:
      return page satisfies never;
  }
}

interface NotGivenProps {
  page: Page & { kind: 'refused' };
  timeZone: string;
  flow: TicketFlow;
}

function NotGiven({ page: { rejection }, timeZone, flow }: NotGivenProps) {
  const sentence = explain(rejection, language.value, timeZone);
  if (rejection.code === 'UnknownAppointment')
    return <Refused sentence={sentence} again={words().typeAgain} onRetry={flow.hasAppointment} onHome={flow.home} />;
  return <Refused sentence={sentence} onRetry={mayRetry(rejection) ? flow.retry : null} onHome={flow.home} />;
}
