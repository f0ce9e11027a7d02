import { isTimeInDoubt } from '../../shared/client/clock.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import { phrase } from '../parts/bilingual.tsx';
import type { Sound } from '../parts/chime.ts';
import { LOST_IN_FOOT, LOST_ON_STAGE } from '../parts/stage.ts';
import { Counters } from './counters.tsx';
import type { CurrentCall } from './current-call.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import type { MediaRotation } from './media-rotation.ts';
import type { NoticePage } from './notices.ts';
import { Satisfaction } from './satisfaction.tsx';
import { Stage } from './stage.tsx';
import { Turning } from './turning.tsx';
import { FEW, Waits } from './waits.tsx';

interface Props {
  hall: DisplayView;
  /** How long the connection has been lost; 0 while connected. */
  lostFor: number;
  updatedAt: EpochMs | null;
  now: EpochMs;
  call: CurrentCall | null;
  /** The pages of a text and of a ticker that are shown now. */
  notice: NoticePage | null;
  ticker: NoticePage | null;
  rotation: MediaRotation;
  sound: Sound;
}

export function Lobby({ hall, lostFor, updatedAt, now, call, notice, ticker, rotation, sound }: Props) {
  const old = lostFor >= LOST_ON_STAGE;
  const { services } = hall;
  return (
    <div class={`lobby ${hall.layout.calls} ${services.length > FEW ? 'many-services' : ''}`}>
      <Header office={hall.office} now={now} timeInDoubt={isTimeInDoubt(hall.health)} sound={sound} />
      <main>
        <div class="upper">
          <Counters hall={hall} old={old} now={now} />
          <Stage hall={hall} call={old ? null : call} lost={old} rotation={rotation} notice={notice} now={now} />
        </div>
        <div class="lower">
          {old ? (
            <div class="old">
              <p>
                <Turning
                  text={phrase((words) =>
                    words.lostSince(updatedAt === null ? '–' : wallClock(updatedAt, hall.office.timeZone)),
                  )}
                  now={now}
                />
              </p>
            </div>
          ) : (
            <>
              <Waits hall={hall} now={now} />
              <Satisfaction shown={hall.satisfaction.shown} now={now} />
            </>
          )}
        </div>
      </main>
      <Footer view={hall} lost={lostFor >= LOST_IN_FOOT} updatedAt={updatedAt} now={now} page={ticker} />
    </div>
  );
}
