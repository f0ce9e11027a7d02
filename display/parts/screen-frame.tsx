import type { ComponentChildren } from 'preact';
import { connectionPage } from '../../shared/client/connection-page.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { Shifting } from './burn-in-shift.tsx';
import { ConnectionPage } from './connection-page.tsx';
import { Night } from './night.tsx';
import { LongLost } from './offline-screen.tsx';
import type { Screen } from './screen.ts';

interface Props {
  screen: Screen;
  /** The page itself, while it has something to show. */
  children(hall: DisplayView, lost: boolean): ComponentChildren;
}

/** The whole of a screen: its page, or what there is instead. */
export function Whole({ screen: { view, state, updatedAt, clock, stage }, children }: Props) {
  const hall = view.value;
  const { kind } = state.value;
  const vi = connectionPage(state.value, hall !== null, 'vi');
  const en = connectionPage(state.value, hall !== null, 'en');
  if (vi && en) return <ConnectionPage vi={vi} en={en} />;
  if (!hall) return null;
  switch (stage.value) {
    case 'night':
      return <Night view={hall} clock={clock} />;
    case 'lost':
      return <LongLost calls={hall.calls} office={hall.office} updatedAt={updatedAt.value} clock={clock} />;
    case 'hall':
    case null:
      return <Shifting clock={clock}>{children(hall, kind !== 'online')}</Shifting>;
    default:
      return stage.value satisfies never;
  }
}
