import type { ReadonlySignal } from '@preact/signals';
import type { KioskView } from '../../shared/protocol/views/kiosk.ts';
import type { EpochMs } from '../../shared/time.ts';
import { lazyPage } from '../parts/lazy.tsx';
import { offeredClass } from '../parts/offered-class.ts';
import type { TicketFlow } from './flow.ts';
import { type Choice, outlookOf } from './page.ts';
import { Services } from './services.tsx';

const Classes = lazyPage(
  () => import('./classes.tsx').then((part) => part.Classes),
  ({ onBack }) => onBack,
);
const Dossiers = lazyPage(
  () => import('./dossiers.tsx').then((part) => part.Dossiers),
  ({ onBack }) => onBack,
);
const Confirm = lazyPage(
  () => import('./confirm.tsx').then((part) => part.Confirm),
  ({ onLeave }) => onLeave,
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
  const { office, opening, services } = view;
  // Not `clock.value`: the page need not render again each second.
  const now = clock.peek();
  if (opening.state !== 'open')
    return <Closed opening={opening} hours={view.hours} now={now} timeZone={office.timeZone} />;

  const { timeZone } = office;
  const serviceOf = (wanted: string) => services.find(({ id }) => id === wanted) ?? null;
  switch (page.kind) {
    case 'class':
    case 'booked': {
      const question = classQuestion(page, view, flow);
      if (question) return question;
      // The chosen service was removed from set-up.
      break;
    }
    case 'dossiers':
    case 'many-dossiers':
      return (
        <Dossiers
          service={serviceOf(page.serviceId)}
          chosen={page.dossiers}
          perTurn={view.dossiersPerTurn}
          typing={page.kind === 'many-dossiers'}
          timeZone={timeZone}
          onChoose={flow.chooseDossiers}
          onType={flow.typeDossiers}
          onBack={flow.back}
        />
      );
    case 'confirm':
      return (
        <Confirm
          service={serviceOf(page.request.serviceId)}
          outlook={outlookOf(page.request, view)}
          until={opening.until}
          next={view.nextSession}
          now={now}
          timeZone={timeZone}
          onConfirm={flow.confirm}
          onLeave={flow.home}
        />
      );
    case 'code':
      return <Code rejection={page.rejection} timeZone={timeZone} onChoose={flow.typeCode} onBack={flow.back} />;
    case 'services':
      break;
    default:
      return page satisfies never;
  }
  return (
    <Services
      services={services}
      locked={lost || view.health.storage === 'unavailable'}
      onChoose={flow.chooseService}
      onAppointment={view.appointments ? flow.hasAppointment : null}
    />
  );
}

function classQuestion(page: Choice & { kind: 'class' | 'booked' }, view: KioskView, flow: TicketFlow) {
  const { office, services, classes } = view;
  const appointment = page.kind === 'booked' ? page.appointment : null;
  const serviceId = page.kind === 'booked' ? page.appointment.serviceId : page.serviceId;
  const service = services.find(({ id }) => id === serviceId) ?? null;
  if (!service && !appointment) return null;
  return (
    <Classes
      service={service}
      appointment={appointment}
      classes={classes}
      dossiers={page.kind === 'class' ? page.dossiers : 1}
      timeZone={office.timeZone}
      offered={offeredClass(flow.notice.value, classes)}
      onChoose={flow.chooseClass}
      onForOthers={flow.comesForOthers}
      onBack={flow.back}
    />
  );
}
