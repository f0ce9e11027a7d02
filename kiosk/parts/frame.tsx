import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { common, language, say } from '../../shared/client/language.ts';
import { Logo } from '../../shared/client/look.tsx';
import { Name } from '../../shared/client/name.tsx';
import type { OfficeHead } from '../../shared/protocol/views/hall.ts';
import type { EpochMs } from '../../shared/time.ts';
import { date, clock as wallClock } from '../../shared/words/common.ts';
import { aidsShown, hideAids } from './aids.ts';
import { AidsButton } from './aids-button.tsx';
import { Icon } from './icons.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { fetchLazyPages, lazyPage } from './lazy.tsx';
import { ListenButton } from './listen-button.tsx';
import { PageTurner } from './page-turner.tsx';
import type { Speech } from './spoken.ts';

const AidsPage = lazyPage(
  () => import('./aids-page.tsx').then((part) => part.AidsPage),
  () => hideAids,
);

interface FrameProps {
  /** Null until the server has spoken. */
  office: OfficeHead | null;
  clock: ReadonlySignal<EpochMs>;
  /** What people should know before they press anything; null when all is well. */
  trouble: string | null;
  /** What the visitor's last scan came to; it goes before trouble, for one sentence is read and two are not. */
  notice?: string | null;
  /** Where the visitor is: a new step stands in front even if the switches were open. Null outside of any. */
  speech: Speech | null;
  children: ComponentChildren;
}

/** What surrounds every page of a kiosk: whose it is, what time it is, in which language it speaks. */
export function Frame({ office, clock, trouble, notice = null, speech, children }: FrameProps) {
  const main = useRef<HTMLElement>(null);
  const entered = office !== null;
  useEffect(() => {
    if (entered) void fetchLazyPages();
  }, [entered]);
  useEffect(() => {
    hideAids();
  }, [speech?.step]);
  return (
    <>
      <header class="head">
        {office && <Logo src={office.look.logo} />}
        <div class="office">
          {office && (
            <span class="name">
              <Name text={say(office.name)} />
            </span>
          )}
          {office && <p class="motto">{say(office.motto)}</p>}
        </div>
        {office && <Clock clock={clock} timeZone={office.timeZone} />}
      </header>
      <div class="trouble" role="status">
        {trouble !== null && notice === null && (
          <p>
            <Icon shape="warning" />
            {trouble}
          </p>
        )}
      </div>
      <div class="notice" role="status">
        {notice !== null && (
          <p>
            <Icon shape="card" />
            {notice}
          </p>
        )}
      </div>
      <main ref={main}>{aidsShown.value ? <AidsPage /> : children}</main>
      <footer class="foot">
        <AidsButton />
        {speech && <ListenButton speech={aidsShown.value ? { step: 'aids' } : speech} />}
        <p>{office && common().hotline(office.hotline)}</p>
        <PageTurner main={main} />
        <LanguageSwitch />
      </footer>
    </>
  );
}

/** A component of its own, so that a second renders nothing else again. */
function Clock({ clock, timeZone }: { clock: ReadonlySignal<EpochMs>; timeZone: string }) {
  return (
    <time class="clock">
      <strong>{wallClock(clock.value, timeZone)}</strong>
      <span>{date(clock.value, timeZone, language.value)}</span>
    </time>
  );
}
