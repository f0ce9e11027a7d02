import type { ReadonlySignal } from '@preact/signals';
import type { EpochMs } from '../../shared/time.ts';
import type { Announcement, DisplayView } from '../../shared/views.ts';
import type { Sound } from './chime.ts';
import { Counters } from './counters.tsx';
import { CurrentCall } from './current-call.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { Satisfaction } from './satisfaction.tsx';
import { spotlight } from './spotlight.ts';
import { Waiting } from './waiting.tsx';

interface Props {
  hall: DisplayView;
  lost: boolean;
  updatedAt: EpochMs | null;
  clock: ReadonlySignal<EpochMs>;
  announcing: Announcement | null;
  sound: Sound;
}

export function Lobby({ hall, lost, updatedAt, clock, announcing, sound }: Props) {
  const crowded = hall.counters.filter((counter) => counter.state !== 'closed').length > 6;
  const call = spotlight(hall.calls, announcing);
  return (
    <div class="lobby">
      <Header office={hall.office} opening={hall.opening} clock={clock} />
      <main>
        <div class={crowded ? 'upper crowded' : 'upper'}>
          <CurrentCall call={call} opening={hall.opening} clock={clock} timeZone={hall.office.timeZone} />
          <Counters calls={hall.calls} counters={hall.counters} highlighted={call?.number ?? null} />
        </div>
        <div class="lower">
          <Waiting services={hall.services} />
          <Satisfaction figures={hall.satisfaction} />
        </div>
      </main>
      <Footer view={hall} lost={lost} updatedAt={updatedAt} clock={clock} sound={sound} />
    </div>
  );
}
