import { wordsOf } from '../../shared/client/language.ts';
import { aids as en } from '../../shared/words/en/aids.ts';
import { aids as vi } from '../../shared/words/vi/aids.ts';
import { AIDS, type Aid, aids, hideAids, switchAid } from './aids.ts';
import { Heading } from './heading.tsx';
import { Icon, type Shape } from './icons.tsx';
import { choiceKeys } from './keys.ts';
import { BackButton } from './steps.tsx';
import { words } from './words.ts';

const aidsWords = wordsOf({ vi, en });

const SHAPES: Record<Aid, Shape> = { 'big-text': 'letters', contrast: 'contrast', reach: 'lower' };

/** Everything that makes this screen easier to use, on one page. */
export function AidsPage() {
  const text = aidsWords();
  return (
    <section class="page aids">
      <Heading help={text.help}>{words().aids}</Heading>
      <div class="switches">
        {AIDS.map((aid, index) => (
          <button
            key={aid}
            type="button"
            aria-pressed={aids.value.has(aid)}
            {...choiceKeys(index)}
            onClick={() => switchAid(aid)}
          >
            <Icon shape={SHAPES[aid]} />
            <span class="switch-name">{text.names[aid]}</span>
            <span class="switch-state">
              <Icon shape={aids.value.has(aid) ? 'check' : 'off'} />
              {aids.value.has(aid) ? text.on : text.off}
            </span>
          </button>
        ))}
      </div>
      <dl class="keypad">
        {text.keypad.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <nav class="steps">
        <BackButton kind="primary" onBack={hideAids} />
      </nav>
    </section>
  );
}
