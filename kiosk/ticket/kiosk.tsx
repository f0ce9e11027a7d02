import type { ReadonlySignal } from '@preact/signals';
import { isTimeInDoubt } from '../../shared/client/clock.ts';
import type { ConnectionState } from '../../shared/client/connection.ts';
import { connectionPage } from '../../shared/client/connection-page.ts';
import { explain } from '../../shared/client/explain.ts';
import { common, language } from '../../shared/client/language.ts';
import type { Rejection } from '../../shared/protocol/rejections.ts';
import type { KioskView } from '../../shared/protocol/views/kiosk.ts';
import type { EpochMs } from '../../shared/time.ts';
import { inUse } from '../parts/aids.ts';
import { Frame } from '../parts/frame.tsx';
import { lazyPage } from '../parts/lazy.tsx';
import { Lost, useLongLost } from '../parts/lost.tsx';
import { ConnectionPage, Refused, Waiting } from '../parts/message.tsx';
import { offeredClass } from '../parts/offered-class.ts';
import { mayRetry } from '../parts/retry.ts';
import { words } from '../parts/words.ts';
import { Choosing } from './choosing.tsx';
import type { TicketFlow } from './flow.ts';
import { isChoosing, type Page } from './page.ts';
import { speechOf } from './speech.ts';
import { ticketWords } from './words.ts';

const TicketResult = lazyPage(
  () => import('./ticket-result.tsx').then((part) => part.TicketResult),
  ({ onDone }) => onDone,
);
const StillThere = lazyPage(() => import('../parts/still-there.tsx').then((part) => part.StillThere), null);
const Scan = lazyPage(
  () => import('./scan.tsx').then((part) => part.Scan),
  ({ flow }) => flow.home,
);

interface KioskProps {
  view: ReadonlySignal<KioskView | null>;
  state: ReadonlySignal<ConnectionState>;
  clock: ReadonlySignal<EpochMs>;
  flow: TicketFlow;
}

export function Kiosk({ view, state, clock, flow }: KioskProps) {
  const shown = view.value;
  const instead = connectionPage(state.value, shown !== null, language.value);
  const page = flow.page.value;
  const longLost = useLongLost(state.value.kind === 'lost') && isChoosing(page);
  return (
    <Frame
      office={shown?.office ?? null}
      clock={shown && isTimeInDoubt(shown.health) ? null : clock}
      night={shown?.opening.state === 'closed' && isChoosing(page)}
      trouble={shown && !longLost ? troubleOf(shown, state.value, page) : null}
      notice={shown && noticeOf(shown, flow)}
      speech={shown && !instead ? speechOf(page, shown, flow.print.value) : null}
    >
      {instead ? (
        <ConnectionPage page={instead} />
      ) : longLost ? (
        <Lost />
      ) : (
        shown && <Step view={shown} lost={state.value.kind === 'lost'} clock={clock} flow={flow} />
      )}
      {losesChoice(page) && <StillThere remaining={flow.idleTimer.remaining} onLeave={flow.home} />}
    </Frame>
  );
}

/** Whether leaving the page discards what the visitor has chosen. */
function losesChoice(page: Page): boolean {
  if (page.kind === 'services') return inUse();
  return isChoosing(page) || page.kind === 'refused' || page.kind === 'not-found';
}

function noticeOf({ classes }: KioskView, flow: TicketFlow): string | null {
  const scanned = flow.notice.value;
  if (scanned === null) return null;
  const text = ticketWords().scans;
  if (scanned.kind !== 'card') return text[scanned.kind];
  return offeredClass(scanned, classes) === null ? text.noOffer : text.offer;
}

/** Only the worst problem: visitors read one sentence, not three. */
function troubleOf({ health, opening }: KioskView, state: ConnectionState, page: Page): string | null {
  if (state.kind === 'lost') return common().connectionLost;
  if (health.storage === 'unavailable') return ticketWords().storageTrouble;
  // The result page itself says whether the ticket was printed.
  return opening.state === 'open' && isChoosing(page) ? ticketWords().printers[health.printer] : null;
}

interface StepProps {
  view: KioskView;
  lost: boolean;
  clock: ReadonlySignal<EpochMs>;
  flow: TicketFlow;
}

function Step(props: StepProps) {
  const { view, lost, clock, flow } = props;
  const page = flow.page.value;
  const { office, services, dossiersPerTurn } = view;
  if (isChoosing(page)) return <Choosing {...props} page={page} />;
  switch (page.kind) {
    case 'asking':
    case 'checking':
      return <Waiting lost={lost} />;
    case 'refused':
      return <NotIssued rejection={page.rejection} timeZone={office.timeZone} flow={flow} />;
    case 'finding':
    case 'found':
    case 'not-found':
      return <Scan page={page} lost={lost} now={clock.peek()} timeZone={office.timeZone} flow={flow} />;
    case 'result':
      return (
        <TicketResult
          ticket={page.ticket}
          timeZone={office.timeZone}
          officeAddress={view.address}
          service={services.find(({ id }) => id === page.ticket.serviceId) ?? null}
          dossiersPerTurn={dossiersPerTurn}
          slot={view.slot}
          print={flow.print.value}
          timer={flow.idleTimer}
          onDone={flow.home}
        />
      );
    default:
      return page satisfies never;
  }
}

interface NotIssuedProps {
  rejection: Rejection;
  timeZone: string;
  flow: TicketFlow;
}

function NotIssued({ rejection, timeZone, flow: { hasAppointment, retry, home } }: NotIssuedProps) {
  const mistyped = rejection.code === 'UnknownAppointment';
  return (
    <Refused
      sentence={explain(rejection, language.value, timeZone)}
      again={mistyped ? ticketWords().typeAgain : words().tryAgain}
      onRetry={mistyped ? hasAppointment : mayRetry(rejection) ? retry : null}
      onHome={home}
    />
  );
}
