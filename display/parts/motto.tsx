import { common, say } from '../../shared/client/language.ts';
import type { OfficeHead } from '../../shared/protocol/views/common.ts';

/** The office's motto and hotline, on each screen that does not show the hall. */
export function Motto({ office: { motto, hotline } }: { office: OfficeHead }) {
  return (
    <p class="motto-line">
      {say(motto)}
      {hotline !== '' && ` · ${common().hotline(hotline)}`}
    </p>
  );
}
