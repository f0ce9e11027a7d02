/** What every screen of the hall begins with: a connection, the office's clock and look, and what it is for at this moment. */
import { computed, type ReadonlySignal } from '@preact/signals';
import '../../shared/client/base.css';
import { type Connection, connect } from '../../shared/client/connection.ts';
import { markDocumentLanguage } from '../../shared/client/language.ts';
import type { Handshake } from '../../shared/protocol/protocol.ts';
import type { EpochMs } from '../../shared/time.ts';
import { wearAccent } from './accent.ts';
import { keepUpright } from './orientation.ts';
import { since } from './since.ts';
import { type Stage, stageOf } from './stage.ts';
import { ticking } from './ticking.ts';
import './screen.css';
import './message.css';
import './away.css';

export interface Screen extends Pick<Connection<'display'>, 'view' | 'state' | 'updatedAt' | 'now'> {
  /** The office's clock, moving on each full second. */
  clock: ReadonlySignal<EpochMs>;
  /** Null until the first view arrives. */
  stage: ReadonlySignal<Stage | null>;
}

export function openScreen(asked: Pick<Handshake, 'screen' | 'counter'>): Screen {
  const { view, state, updatedAt, now } = connect('display', asked);
  const clock = ticking(now, updatedAt);
  const lostSince = since(() => state.value.kind === 'lost', now);
  const closedSince = since(() => view.value?.opening.state === 'closed', now);
  const stage = computed(
    () =>
      view.value &&
      stageOf({ view: view.value, lostSince: lostSince.value, closedSince: closedSince.value, now: clock.value }),
  );
  markDocumentLanguage();
  keepUpright(() => view.value?.layout.orientation ?? 'auto');
  wearAccent(view);
  return { view, state, updatedAt, now, clock, stage };
}
