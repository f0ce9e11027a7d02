/** What all screens of the hall have in common: a connection, the office's clock and look, and the stage of the screen. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import '../../shared/client/base.css';
import { type Connection, connect } from '../../shared/client/connection.ts';
import { language, switchLanguage } from '../../shared/client/language.ts';
import { followAccent } from '../../shared/client/look.tsx';
import type { Handshake } from '../../shared/protocol/protocol.ts';
import type { EpochMs } from '../../shared/time.ts';
import { keepUpright } from './orientation.ts';
import { type Stage, stageOf } from './stage.ts';
import './screen.css';
import './message.css';
import './away.css';

export interface Screen extends Pick<Connection<'display'>, 'view' | 'state' | 'updatedAt' | 'now' | 'clock'> {
  /** Null until the first view arrives. */
  stage: ReadonlySignal<Stage | null>;
  /** By the office's clock; null while connected. */
  lostSince: ReadonlySignal<EpochMs | null>;
}

export function openScreen(asked: Pick<Handshake, 'screen' | 'counter'>): Screen {
  const { view, state, updatedAt, now, clock } = connect('display', asked);
  const lostSince = since(() => state.value.kind === 'lost', now);
  const closedSince = since(() => view.value?.opening.state === 'closed', now);
  const stage = computed(
    () =>
      view.value &&
      stageOf({ view: view.value, lostSince: lostSince.value, closedSince: closedSince.value, now: clock.value }),
  );
  switchLanguage(language.value, false);
  keepUpright(() => view.value?.layout.orientation ?? 'auto');
  followAccent(view);
  return { view, state, updatedAt, now, clock, stage, lostSince };
}

/** When something began to hold without a break, by the office's clock; null while it does not hold. */
function since(holds: () => boolean, now: () => EpochMs): ReadonlySignal<EpochMs | null> {
  const start = signal<EpochMs | null>(null);
  effect(() => {
    if (!holds()) start.value = null;
    else if (start.peek() === null) start.value = now();
  });
  return start;
}
