import { language } from '../../shared/client/language.ts';
import type { Estimate } from '../../shared/views.ts';
import { waitRange } from '../../shared/words/common.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { keys } from '../parts/keys.ts';
import { words } from '../parts/words.ts';

interface ConfirmProps {
  estimate: Estimate | null;
  /** When this session ends, `11:30`; null when the office knows no end. */
  until: string | null;
  onConfirm: () => void;
  onLeave: () => void;
}

export function Confirm({ estimate, until, onConfirm, onLeave }: ConfirmProps) {
  const range = estimate && waitRange(estimate, language.value);
  return (
    <section class="message">
      <span class="sign warn">
        <Icon shape="clock" />
      </span>
      <Heading help={words().confirmHelp(range, until)}>{words().confirmTitle}</Heading>
      <div class="choices">
        <button type="button" class="primary" {...keys('1')} onClick={onConfirm}>
          {words().takeAnyway}
        </button>
        <button type="button" {...keys('2', '-', 'Escape')} onClick={onLeave}>
          {words().comeBackLater}
        </button>
      </div>
    </section>
  );
}
