import type { ComponentChildren } from 'preact';
import { language } from '../../shared/client/language.ts';
import type { Estimate } from '../../shared/protocol/views/hall.ts';
import { waitRange } from '../../shared/words/common.ts';
import { Icon, type Shape } from '../parts/icons.tsx';
import { words } from '../parts/words.ts';

export function Fact({ shape, children }: { shape: Shape; children: ComponentChildren }) {
  return (
    <span class="fact">
      <Icon shape={shape} />
      {children}
    </span>
  );
}

/** How long its holder waits, as far as that is known. */
export function WaitFacts({
  ahead,
  estimate,
  noClerk,
}: {
  ahead: number;
  estimate: Estimate | null;
  noClerk: boolean;
}) {
  return (
    <>
      <Fact shape="people">{words().ahead(ahead)}</Fact>
      {estimate && <Fact shape="clock">{words().wait(waitRange(estimate, language.value))}</Fact>}
      {noClerk && <Fact shape="clock">{words().noClerk}</Fact>}
    </>
  );
}
