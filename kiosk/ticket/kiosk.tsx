import type { ReadonlySignal } from '@preact/signals';
import type { ConnectionState } from '../../shared/client/connection.ts';
import { language } from '../../shared/client/language.ts';
import { ticketAddress } from '../../shared/pages.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { KioskView } from '../../shared/views.ts';
import { clock } from '../../shared/words/common.ts';
import { explain } from '../../shared/words/rejection.ts';
import { inUse } from '../parts/aids.ts';
import { Asking } from '../parts/asking.tsx';
import { Frame } from '../parts/frame.tsx';
import { gate } from '../parts/gate.tsx';
import { later, pageStandIn } from '../parts/later.tsx';
import { Refused } from '../parts/refused.tsx';
import { mayRetry } from '../parts/retry.ts';
import { offeredClass } from '../parts/scanned.ts';
import { StillThere } from '../parts/still-there.tsx';
import { common, words } from '../parts/words.ts';
import { Classes } from './classes.tsx';
import { Closed } from './closed.tsx';
import { Confirm } from './confirm.tsx';
import type { TicketFlow } from './flow.ts';
import { isChoosing } from './page.ts';
import { Scan } from './scan.tsx';
import { Services } from './services.tsx';
import { speechOf } from './speech.ts';
import { TicketResult } from './ticket-result.tsx';

const Dossiers = later(
  () => import('./dossiers.tsx').then((part) => part.Dossiers),
  ({ onBack }, missing) => pageStandIn(missing, onBack),
);

interface KioskProps {
  view: ReadonlySignal<KioskView | null>;
  state: ReadonlySignal<ConnectionState>;
  now: () => EpochMs;
  flow: TicketFlow;
}

export function Kiosk({ view, state, now, flow }: KioskProps) {
  const seen = view.value;
  const outside = gate(state.value, seen !== null);
  const page = flow.page.value;
  const asks = ['class', 'dossiers', 'confirm', 'refused', 'not-found'].includes(page.kind);
  const warns = asks || (page.kind === 'services' && inUse());
  return (
    <Frame
      office={seen?.office ?? null}
      now={now}
      trouble={seen && trouble(seen, state.value)}
      notice={seen && notice(seen, flow)}
      speech={seen && outside === null ? speechOf(page, seen, flow.print.value) : null}
    >
      {outside ?? (seen && <Step view={seen} lost={state.value.kind === 'lost'} now={now} flow={flow} />)}
      {warns && <StillThere remaining={flow.stay.remaining} onLeave={flow.home} />}
    </Frame>
  );
}

function notice({ classes }: KioskView, flow: TicketFlow): string | null {
  const scanned = flow.notice.value;
  if (scanned === null) return null;
  const text = words().scans;
  if (scanned.kind !== 'card') return text[scanned.kind];
  return offeredClass(scanned, classes) === null ? text.noOffer : text.offer;
}

/** The worst first: one sentence is read, three are not. */
function trouble({ health, opening }: KioskView, state: ConnectionState): string | null {
  if (state.kind === 'lost') return common().connectionLost;
  if (health.storage === 'unavailable') return words().storageTrouble;
  return opening.state === 'open' ? words().printers[health.printer] : null;
}

interface StepProps {
  view: KioskView;
  lost: boolean;
  now: () => EpochMs;
  flow: TicketFlow;
}

function Step({ view, lost, now, flow }: StepProps) {
  const page = flow.page.value;
  const { office, opening, services, classes, dossiersPerTurn } = view;
  if (isChoosing(page) && opening.state !== 'open')
    return <Closed opening={opening} now={now()} timeZone={office.timeZone} />;

  const serviceOf = (wanted: string) => services.find(({ id }) => id === wanted);
  const locked = lost || view.health.storage === 'unavailable';
  switch (page.kind) {
    case 'services':
      return <Services services={services} locked={locked} onChoose={flow.chooseService} />;
    case 'class': {
      const service = serviceOf(page.serviceId);
      return service ? (
        <Classes
          service={service}
          classes={classes}
          dossiers={page.dossiers}
          offered={offeredClass(flow.notice.value, classes)}
          onChoose={flow.chooseClass}
          onForOthers={flow.comesForOthers}
          onBack={flow.back}
        />
      ) : (
        <Services services={services} locked={locked} onChoose={flow.chooseService} />
      );
    }
    case 'dossiers':
      return (
        <Dossiers first={page.dossiers} perTurn={dossiersPerTurn} onChoose={flow.chooseDossiers} onBack={flow.back} />
      );
    case 'confirm': {
      const until = opening.state === 'open' && opening.until !== null ? clock(opening.until, office.timeZone) : null;
      const estimate = serviceOf(page.wish.serviceId)?.estimate ?? null;
      return <Confirm estimate={estimate} until={until} onConfirm={flow.confirm} onLeave={flow.home} />;
    }
    case 'asking':
      return <Asking sentence={lost ? words().retrying : words().pleaseWait} />;
    case 'refused':
      return (
        <Refused
          sentence={explain(page.rejection, language.value, office.timeZone)}
          onRetry={mayRetry(page.rejection) ? flow.retry : null}
          onHome={flow.home}
        />
      );
    case 'finding':
    case 'found':
    case 'not-found':
      return <Scan page={page} lost={lost} timeZone={office.timeZone} flow={flow} />;
    case 'result':
      return (
        <TicketResult
          ticket={page.ticket}
          address={ticketAddress(view.address, page.ticket.id)}
          serviceName={serviceOf(page.ticket.serviceId)?.name ?? null}
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
