import { Fragment } from 'preact';
import { language, say } from '../../shared/client/language.ts';
import type { Text } from '../../shared/language.ts';
import { clock } from '../../shared/words/common.ts';
import { Bilingual } from '../parts/bilingual.tsx';
import type { CounterSign } from './counter-sign.ts';
import { StateSymbol } from './symbol.tsx';
import { signPhrase } from './words.ts';

interface Props {
  sign: CounterSign;
  timeZone: string;
}

/** The number called or served here, or why there is none. */
export function Stage({ sign, timeZone }: Props) {
  const { stage, number, backAt, callId } = sign;
  switch (stage) {
    case 'called':
    case 'serving':
      return (
        <section class="stage" aria-live="polite">
          <h2>
            <StateSymbol stage={stage} />
            <span>
              <Bilingual text={signPhrase((words) => words[stage])} />
            </span>
          </h2>
          <p class={`number signs-${number?.length ?? 0}`}>{number}</p>
          {stage === 'called' && <i class="pulse" key={callId} />}
        </section>
      );
    case 'ready':
      return <Saying stage={stage} head={signPhrase((words) => words.ready)} hint={(words) => words.readyHint} />;
    case 'paused': {
      if (backAt === null) {
        return <Saying stage={stage} head={signPhrase((words) => words.paused)} hint={(words) => words.pausedHint} />;
      }
      const at = clock(backAt, timeZone);
      // The other language has one line: it names the time too.
      const whole = signPhrase((words) => words.pausedUntil(at));
      const head = { ...whole, [language.value]: say(signPhrase((words) => words.paused)) };
      return <Saying stage={stage} head={head} hint={(words) => words.backAt(at)} />;
    }
    case 'closed':
      return <Saying stage={stage} head={signPhrase((words) => words.closed)} hint={(words) => words.closedHint} />;
    default:
      return stage satisfies never;
  }
}

interface SayingProps {
  stage: CounterSign['stage'];
  head: Text;
  hint: Parameters<typeof signPhrase>[0];
}

function Saying({ stage, head, hint }: SayingProps) {
  return (
    <section class="stage saying" aria-live="polite">
      {/* Other elements in each state: a longer text does not move those before. The live region stays. */}
      <Fragment key={stage}>
        <StateSymbol stage={stage} />
        <h2>
          <Bilingual text={head} />
        </h2>
        <p class="hint" lang={language.value}>
          {say(signPhrase(hint))}
        </p>
      </Fragment>
    </section>
  );
}
