import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ConnectionState } from '../../shared/client/connection.ts';
import type { BoardNotice } from '../../shared/notices.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { Announcement, DisplayView } from '../../shared/views.ts';
import { LongLost } from '../parts/long-lost.tsx';
import { Message } from '../parts/message.tsx';
import { Night } from '../parts/night.tsx';
import { Shifting } from '../parts/shifting.tsx';
import { stageOf } from '../parts/stage.ts';
import type { Sound } from './chime.ts';
import { Lobby } from './lobby.tsx';
import type { Show } from './show.ts';

interface Props {
  view: ReadonlySignal<DisplayView | null>;
  state: ReadonlySignal<ConnectionState>;
  updatedAt: ReadonlySignal<EpochMs | null>;
  clock: ReadonlySignal<EpochMs>;
  announcing: ReadonlySignal<Announcement | null>;
  /** The text in the foot that has its turn. */
  notice: ReadonlySignal<BoardNotice | null>;
  show: Show;
  sound: ReadonlySignal<Sound>;
  /** Null while connected. */
  lostSince: ReadonlySignal<EpochMs | null>;
  /** Null while the office is open or has a break. */
  closedSince: ReadonlySignal<EpochMs | null>;
}

/** The hall, or what there is instead. */
export function Screen({ view, state, updatedAt, clock, lostSince, closedSince, ...parts }: Props) {
  const hall = view.value;
  const { kind } = state.value;
  const stage = useComputed(
    () =>
      view.value &&
      stageOf({ view: view.value, lostSince: lostSince.value, closedSince: closedSince.value, now: clock.value }),
  );
  if (!hall || kind === 'pairing' || kind === 'refused') return <Message state={state.value} />;
  switch (stage.value) {
    case 'night':
      return <Night view={hall} clock={clock} />;
    case 'lost':
      return <LongLost calls={hall.calls} office={hall.office} updatedAt={updatedAt.value} clock={clock} />;
    case 'hall':
    case null:
      return (
        <Shifting clock={clock}>
          <Lobby
            hall={hall}
            lost={kind !== 'online'}
            updatedAt={updatedAt.value}
            clock={clock}
            announcing={parts.announcing.value}
            notice={parts.notice.value}
            show={parts.show}
            sound={parts.sound.value}
          />
        </Shifting>
      );
    default:
      return stage.value satisfies never;
  }
}
