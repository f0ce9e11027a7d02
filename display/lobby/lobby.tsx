import type { ReadonlySignal } from '@preact/signals';
import { isTimeInDoubt } from '../../shared/client/clock.ts';
import type { Announcement, DisplayView } from '../../shared/protocol/views/hall.ts';
import type { BoardNotice } from '../../shared/protocol/views/notices.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { Sound } from '../parts/chime.ts';
import { CallPanel } from './call-panel.tsx';
import { Counters } from './counters.tsx';
import { currentCall } from './current-call.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import type { MediaRotation } from './media-rotation.ts';
import { Satisfaction } from './satisfaction.tsx';
import { Waiting } from './waiting.tsx';

interface Props {
  hall: DisplayView;
  lost: boolean;
  updatedAt: EpochMs | null;
  clock: ReadonlySignal<EpochMs>;
  announcing: Announcement | null;
  notice: BoardNotice | null;
  rotation: MediaRotation;
  sound: Sound;
}

export function Lobby({ hall, lost, updatedAt, clock, announcing, notice, rotation, sound }: Props) {
  const crowded = hall.counters.filter((counter) => counter.state !== 'closed').length > 6;
  const call = currentCall(hall.calls, announcing);
  return (
    <div class={`lobby ${hall.layout.calls}`}>
      <Header office={hall.office} opening={hall.opening} clock={clock} timeInDoubt={isTimeInDoubt(hall.health)} />
      <main>
        <div class={crowded ? 'upper crowded' : 'upper'}>
          <CallPanel call={call} rotation={rotation} hall={hall} clock={clock} />
          <Counters hall={hall} highlighted={call?.number ?? null} />
        </div>
        <div class="lower">
          <Waiting services={hall.services} />
          <Satisfaction figures={hall.satisfaction} />
        </div>
      </main>
      <Footer view={hall} lost={lost} updatedAt={updatedAt} clock={clock} notice={notice} sound={sound} />
    </div>
  );
}
