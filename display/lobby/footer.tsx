import type { ReadonlySignal } from '@preact/signals';
import { isTimeInDoubt } from '../../shared/client/clock.ts';
import type { Text } from '../../shared/language.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import type { BoardNotice } from '../../shared/protocol/views/notices.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import { Bilingual, phrase } from '../parts/bilingual.tsx';
import type { Sound } from '../parts/chime.ts';
import { seconds } from '../parts/clock.tsx';
import { isOutdated } from '../parts/stage.ts';

interface Props {
  view: DisplayView;
  lost: boolean;
  updatedAt: EpochMs | null;
  clock: ReadonlySignal<EpochMs>;
  /** The text to show now; without one, the motto is shown. */
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
            <Bilingual text={phrase((words) => words.hotline)} />
          </span>
          <b>{view.office.hotline}</b>
        </p>
      )}
      <SoundButton sound={sound} />
      <Trouble health={view.health} />
      {(outdated || !isTimeInDoubt(view.health)) && (
        <p class={outdated ? 'updated outdated' : 'updated'} role={outdated ? 'alert' : undefined}>
          <span class="label">
            <Bilingual text={phrase((words) => (outdated ? words.outdated : words.updated))} />
          </span>
          <b>{updated}</b>
        </p>
      )}
    </footer>
  );
}

function Notice({ notice, motto }: { notice: BoardNotice | null; motto: Text }) {
  const text = notice?.text ?? motto;
  if (notice?.kind === 'ticker') {
    return (
      <p class="notice ticker" key={notice.id}>
        <span class="band" style={{ animationDuration: `${notice.seconds}s` }}>
          <Bilingual text={text} />
        </span>
      </p>
    );
  }
  return (
    <p class="notice" key={text.vi}>
      <Bilingual text={text} />
    </p>
  );
}

function Trouble({ health }: { health: DisplayView['health'] }) {
  const troubles: Text[] = [];
  if (health.storage === 'unavailable') troubles.push(phrase((words) => words.storageTrouble));
  if (isTimeInDoubt(health)) troubles.push(phrase((words) => words.clockTrouble));
  return (
    <>
      {troubles.map((trouble) => (
        <p class="trouble" key={trouble.vi}>
          <Bilingual text={trouble} />
        </p>
      ))}
    </>
  );
}

function Lost({ updated }: { updated: string }) {
  return (
    <div class="footer lost" role="alert">
      <p class="what">
        <Bilingual text={phrase((words) => words.lost)} />
      </p>
      <p class="hint">
        <Bilingual text={phrase((words) => words.lostHint)} />
      </p>
      <p class="updated">
        <span class="label">
          <Bilingual text={phrase((words) => words.updated)} />
        </span>
        <b>{updated}</b>
      </p>
    </div>
  );
}

/** Any key or touch on the page unlocks the sound. The button says so, and a remote control can press it. */
function SoundButton({ sound }: { sound: Sound }) {
  switch (sound) {
    case 'blocked':
      return (
        <button type="button" class="sound">
          <Loudspeaker />
          <span class="words">
            <Bilingual text={phrase((words) => words.soundOff)} />
          </span>
        </button>
      );
    case 'missing':
      return (
        <p class="sound">
          <Loudspeaker />
          <span class="words">
            <Bilingual text={phrase((words) => words.soundMissing)} />
          </span>
        </p>
      );
    case 'starting':
    case 'on':
      return null;
    default:
      return sound satisfies never;
  }
}

function Loudspeaker() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 9h4l5-4v14l-5-4H4z" />
      <path class="wave" d="M16.5 9l5 6m0-6l-5 6" />
    </svg>
  );
}
