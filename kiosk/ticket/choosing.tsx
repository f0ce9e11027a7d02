import type { ReadonlySignal } from '@preact/signals';
import type { KioskView } from '../../shared/protocol/views/kiosk.ts';
import type { EpochMs } from '../../shared/time.ts';
import { lazyPage } from '../parts/lazy.tsx';
import { offeredClass } from '../parts/scanned.ts';
import { Classes } from './classes.tsx';
import type { TicketFlow } from './flow.ts';
import { type Choice, outlookOf } from './page.ts';
import { Services } from './services.tsx';

const Confirm = lazyPage(
  () => import('./confirm.tsx').then((part) => part.Confirm),
  ({ onLeave }) => onLeave,
);

const Dossiers = lazyPage(
  () => import('./dossiers.tsx').then((part) => part.Dossiers),
  ({ onBack }) => onBack,
);

const Closed = lazyPage(
  () => import('./closed.tsx').then((part) => part.Closed),
  () => () => undefined,
);

const Code = lazyPage(
  () => import('./code.tsx').then((part) => part.Code),
  ({ onBack }) => onBack,
);

interface ChoosingProps {
  page: Choice;
  view: KioskView;
  lost: boolean;
  clock: ReadonlySignal<EpochMs>;
  flow: TicketFlow;
}

/** The pages before a ticket is requested. */
export function Choosing({ page, view, lost, clock, flow }: ChoosingProps) {
  const { office, opening, services, classes } = view;
  // Not `clock.value`: the page need not render again each second.
  const now = clock.peek();
  if (opening.state !== 'open')
    return <Closed opening={opening} hours={view.hours} now={now} timeZone={office.timeZone} />;

  const serviceOf = (wanted: string) => services.find(({ id }) => id === wanted) ?? null;
  const chosen = page.kind === 'class' ? serviceOf(page.serviceId) : page.kind === 'booked' ? page : null;
  if (chosen)
    return (
      <Classes
        chosen={chosen}
        classes={classes}
        dossiers={page.kind === 'class' ? page.dossiers : 1}
        offered={offeredClass(flow.notice.value, classes)}
        onChoose={flow.chooseClass}
        onForOthers={flow.comesForOthers}
        onBack={flow.back}
      />
    );
  switch (page.kind) {
    case 'dossiers':
      return (
        <Dossiers
          first={page.dossiers}
          perTurn={view.dossiersPerTurn}
          onChoose={flow.chooseDossiers}
          onBack={flow.back}
        />
      );
    case 'confirm':
      return (
        <Confirm
          outlook={outlookOf(page.request, view)}
          until={opening.until}
          next={view.nextSession}
          now={now}
          timeZone={office.timeZone}
          onConfirm={flow.confirm}
          onLeave={flow.home}
        />
      );
    case 'code':
      return <Code onChoose={flow.typeCode} onBack={flow.back} />;
    case 'services':
    // The chosen service was removed from set-up.
    case 'class':
    case 'booked':
      return (
        <Services
          services={services}
          locked={lost || view.health.storage === 'unavailable'}
          onChoose={flow.chooseService}
          onAppointment={view.appointments ? flow.hasAppointment : null}
        />
      );
    default:
      return page satisfies never;
  }
}
