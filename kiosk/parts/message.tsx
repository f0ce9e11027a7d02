/** Pages with one message in the middle of the screen. */
import type { ComponentChildren } from 'preact';
import type { ConnectionPage as Page } from '../../shared/client/connection-page.ts';
import { codeGroups } from '../../shared/words/common.ts';
import { Heading } from './heading.tsx';
import { Icon, type Shape } from './icons.tsx';
import { BACK, choiceKeys } from './keys.ts';
import { words } from './words.ts';

interface MessageProps {
  /** A further class of the page. */
  kind?: string;
  role?: 'alert' | 'status';
  'aria-live'?: 'polite';
  /** The icon above the title. */
  sign?: Shape;
  /** A moving sign in place of an icon. */
  working?: boolean;
  tone?: '' | 'warn' | 'good';
  title: string;
  help?: string | null;
  children?: ComponentChildren;
}

export function Message({
  kind = '',
  sign,
  working = false,
  tone = '',
  title,
  help = null,
  children,
  ...live
}: MessageProps) {
  return (
    <section class={`message ${kind}`} {...live}>
      {working && <span class="working" />}
      {sign && (
        <span class={`sign ${tone}`}>
          <Icon shape={sign} />
        </span>
      )}
      <Heading help={help}>{title}</Heading>
      {children}
    </section>
  );
}

/** While the office has not answered. There is nothing to press, so that nothing can be pressed twice. */
export function Waiting({ lost = false, sentence = words().pleaseWait }: { lost?: boolean; sentence?: string }) {
  return <Message aria-live="polite" working title={lost ? words().retrying : sentence} />;
}

interface RefusedProps {
  title?: string;
  /** What is wrong and what to do. */
  sentence: string;
  /** The text of the button that tries again. */
  again?: string;
  /** Null where another try would get the same answer. */
  onRetry: (() => void) | null;
  onHome: () => void;
}

export function Refused({ title, sentence, again, onRetry, onHome }: RefusedProps) {
  return (
    <Message role="alert" sign="warning" tone="warn" title={title ?? words().notDone} help={sentence}>
      <div class="choices">
        {onRetry && (
          <button type="button" class="primary" {...choiceKeys(0, 1)} onClick={onRetry}>
            <Icon shape="repeat" />
            {again ?? words().tryAgain}
          </button>
        )}
        <button type="button" class={onRetry ? '' : 'primary'} {...BACK} onClick={onHome}>
          <Icon shape="home" />
          {words().toStart}
        </button>
      </div>
    </Message>
  );
}

export function ConnectionPage({ page }: { page: Page }) {
  return (
    <Message
      key={page.kind}
      working={page.kind === 'connecting'}
      title={page.title ?? words().refused}
      help={page.help}
    >
      {page.kind === 'pairing' && <output class="code">{codeGroups(page.code).join(' ')}</output>}
    </Message>
  );
}
