import { common, say } from '../../shared/client/language.ts';
import type { OfficeHead } from '../../shared/protocol/views/hall.ts';

/** What stands on every screen of the office, whatever else it shows. */
export function Motto({ office: { motto, hotline } }: { office: OfficeHead }) {
  return (
    <p class="motto-line">
      {say(motto)}
      {hotline !== '' && ` · ${common().hotline(hotline)}`}
    </p>
  );
}
