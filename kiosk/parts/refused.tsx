import { Heading } from './heading.tsx';
import { Icon } from './icons.tsx';
import { BACK, keys } from './keys.ts';
import { words } from './words.ts';

interface RefusedProps {
  title?: string;
  /** What is wrong and what to do. */
  sentence: string;
  /** On the button that tries again. */
  again?: string;
  /** Null where asking again would get the same answer. */
  onRetry: (() => void) | null;
  onHome: () => void;
}

export function Refused({ title, sentence, again, onRetry, onHome }: RefusedProps) {
  return (
    <section class="message" role="alert">
      <span class="sign warn">
        <Icon shape="warning" />
      </span>
      <Heading help={sentence}>{title ?? words().notDone}</Heading>
      <div class="choices">
        {onRetry && (
          <button type="button" class="primary" {...keys('1')} onClick={onRetry}>
            <Icon shape="repeat" />
            {again ?? words().tryAgain}
          </button>
        )}
        <button type="button" class={onRetry ? '' : 'primary'} {...BACK} onClick={onHome}>
          <Icon shape="home" />
          {words().toStart}
        </button>
      </div>
    </section>
  );
}
