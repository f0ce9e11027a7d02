import type { ComponentChildren } from 'preact';
import { say } from '../../shared/client/language.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { OfficeHead } from '../../shared/views.ts';
import { Clock } from './clock.tsx';
import { Icon } from './icons.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Name } from './name.tsx';
import { common } from './words.ts';

interface FrameProps {
  /** Null until the server has spoken. */
  office: OfficeHead | null;
  now: () => EpochMs;
  /** What people should know before they press anything; null when all is well. */
  trouble: string | null;
  children: ComponentChildren;
}

/** What surrounds every page of a kiosk: whose it is, what time it is, in which language it speaks. */
export function Frame({ office, now, trouble, children }: FrameProps) {
  return (
    <>
      <header class="head">
        <div class="office">
          {office && <Name text={say(office.name)} />}
          {office && <p class="motto">{say(office.motto)}</p>}
        </div>
        {office && <Clock now={now} timeZone={office.timeZone} />}
        <LanguageSwitch />
      </header>
      <div class="trouble" role="status">
        {trouble !== null && (
          <p>
            <Icon shape="warning" />
            {trouble}
          </p>
        )}
      </div>
      <main>{children}</main>
      <footer class="foot">{office && <p>{common().hotline(office.hotline)}</p>}</footer>
    </>
  );
}
