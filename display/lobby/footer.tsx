import { isTimeInDoubt } from '../../shared/client/clock.ts';
import type { DisplayView } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import { phrase } from '../parts/bilingual.tsx';
import { isOutdated } from '../parts/stage.ts';
import type { NoticePage } from './notices.ts';
import { Dots } from './stage.tsx';
import { Turning } from './turning.tsx';

interface Props {
  view: DisplayView;
  lost: boolean;
  updatedAt: EpochMs | null;
  now: EpochMs;
  /** The page of a ticker, or the motto. */
  page: NoticePage | null;
}

export function Footer({ view: { office, health }, lost, updatedAt, now, page }: Props) {
  const outdated = !lost && isOutdated(updatedAt, now) && updatedAt !== null;
  const trouble = health.storage === 'unavailable' || isTimeInDoubt(health);
  return (
    <footer class={`footer ${lost ? 'lost' : ''}`}>
      <i class="first-line" />
      <p class="aside">
        {office.hotline !== '' && (
          <b class={`hotline ${office.hotline.length > 14 ? 'longest' : office.hotline.length > 6 ? 'long' : ''}`}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.25 11.4 11.4 0 0 0 3.6.6 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1 11.4 11.4 0 0 0 .6 3.6 1 1 0 0 1-.25 1z" />
            </svg>
            {office.hotline}
          </b>
        )}
      </p>
      {page && !lost && !outdated && !trouble && <Dots page={page.page} pages={page.pages} />}
      {lost ? (
        <p class="notice" role="alert">
          <Turning text={phrase((words) => words.reconnecting)} now={now} />
        </p>
      ) : outdated || trouble ? (
        <p class={`notice ${outdated ? 'outdated' : 'trouble'}`} role="alert">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 3 2 21h20zM12 10v5M12 18v.1" />
          </svg>
          <Turning text={troubleText(outdated ? wallClock(updatedAt, office.timeZone) : null, health)} now={now} />
        </p>
      ) : (
        page && (
          <p class={page.notice ? 'notice ticker' : 'notice'}>
            <Turning text={page.text} now={now} />
          </p>
        )
      )}
    </footer>
  );
}

function troubleText(updated: string | null, health: DisplayView['health']) {
  return phrase((words) => {
    if (updated !== null) return `${words.outdated} ${updated}`;
    return health.storage === 'unavailable' ? words.storageTrouble : words.clockTrouble;
  });
}
