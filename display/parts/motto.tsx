import { language } from '../../shared/client/language.ts';
import type { OfficeHead } from '../../shared/protocol/views/hall.ts';
import { commonWords } from '../../shared/words/common.ts';

/** What stands on every screen of the office, whatever else it shows. */
export function Motto({ office: { motto, hotline } }: { office: OfficeHead }) {
  return (
    <p class="motto-line">
      {motto[language.value]}
      {hotline !== '' && ` · ${commonWords[language.value].hotline(hotline)}`}
    </p>
  );
}
