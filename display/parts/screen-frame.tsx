import type { ComponentChildren } from 'preact';
import { connectionPage } from '../../shared/client/connection-page.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import { BurnInShift } from './burn-in-shift.tsx';
import { ConnectionPage } from './connection-page.tsx';
import { Night } from './night.tsx';
import type { Screen } from './screen.ts';

interface Props {
  screen: Screen;
  /** The page of the screen while it has a view; it shows itself that the connection is lost. */
  children(hall: DisplayView, lost: boolean): ComponentChildren;
}

/** A screen of the hall: its page, or the page of the connection or of the night. */
export function ScreenFrame({ screen: { view, state, clock, stage }, children }: Props) {
  const hall = view.value;
  const { kind } = state.value;
  const vi = connectionPage(state.value, hall !== null, 'vi');
  const en = connectionPage(state.value, hall !== null, 'en');
  if (vi && en) return <ConnectionPage vi={vi} en={en} />;
  if (!hall) return null;
  const page = <BurnInShift clock={clock}>{children(hall, kind !== 'online')}</BurnInShift>;
  switch (stage.value) {
    case 'night':
      return <Night view={hall} clock={clock} />;
    case 'lost':
    case 'hall':
    case null:
      return page;
    default:
      return stage.value satisfies never;
  }
}
