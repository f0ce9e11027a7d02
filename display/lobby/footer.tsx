import type { ReadonlySignal } from '@preact/signals';
import type { Text } from '../../shared/language.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import type { BoardNotice } from '../../shared/protocol/views/notices.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import { Both, phrase } from '../parts/bilingual.tsx';
import type { Sound } from '../parts/chime.ts';
import { seconds } from '../parts/clock.tsx';
import { isOutdated } from '../parts/outdated.ts';
import { SoundButton } from './sound-button.tsx';

interface Props {
  view: DisplayView;
  lost: boolean;
  updatedAt: EpochMs | null;
  clock: ReadonlySignal<EpochMs>;
  /** The text that has its turn; the motto stands where there is none. */
  notice: BoardNotice | null;
  sound: Sound;
}

export function Footer({ view, lost, updatedAt, clock, notice, sound }: Props) {
  const updated = updatedAt === null ? '–' : wallClock(updatedAt, view.office.timeZone) + seconds(updatedAt);
  if (lost) return <Lost updated={updated} />;
  const outdated = isOutdated(updatedAt, clock.value);
  return (
    <footer class="footer">
      <Notice notice={notice} motto={view.office.motto} />
      {view.office.hotline !== '' && (
        <p class="hotline">
          <span class="label">
            <Both text={phrase((words) => words.hotline)} />
          </span>
          <b>{view.office.hotline}</b>
        </p>
      )}
      <SoundButton sound={sound} />
      <Trouble health={view.health} />
      <p class={outdated ? 'updated outdated' : 'updated'} role={outdated ? 'alert' : undefined}>
        <span class="label">
          <Both text={phrase((words) => (outdated ? words.outdated : words.updated))} />
        </span>
        <b>{updated}</b>
      </p>
    </footer>
  );
}

function Notice({ notice, motto }: { notice: BoardNotice | null; motto: Text }) {
  const text = notice?.text ?? motto;
  if (notice?.kind === 'ticker') {
    return (
      <p class="notice ticker" key={notice.id}>
        <span class="band" style={{ animationDuration: `${notice.seconds}s` }}>
          <Both text={text} />
        </span>
      </p>
    );
  }
  return (
    <p class="notice" key={text.vi}>
      <Both text={text} />
    </p>
  );
}

function Trouble({ health }: { health: DisplayView['health'] }) {
  const troubles: Text[] = [];
  if (health.storage === 'unavailable') troubles.push(phrase((words) => words.storageTrouble));
  if (health.clock === 'behind') troubles.push(phrase((words) => words.clockTrouble));
  return (
    <>
      {troubles.map((trouble) => (
        <p class="trouble" key={trouble.vi}>
          <Both text={trouble} />
        </p>
      ))}
    </>
  );
}

function Lost({ updated }: { updated: string }) {
  return (
    <div class="footer lost" role="alert">
      <p class="what">
        <Both text={phrase((words) => words.lost)} />
      </p>
      <p class="hint">
        <Both text={phrase((words) => words.lostHint)} />
      </p>
      <p class="updated">
        <span class="label">
          <Both text={phrase((words) => words.updated)} />
        </span>
        <b>{updated}</b>
      </p>
    </div>
  );
}
