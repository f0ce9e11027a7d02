import { AIDS, type Aid, aids, hideAids, switchAid } from './aids.ts';
import { aidsWords } from './aids-words.ts';
import { Heading } from './heading.tsx';
import { Icon, type Shape } from './icons.tsx';
import { BACK, keys } from './keys.ts';
import { words } from './words.ts';

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
            {...keys(String(index + 1))}
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
        <button type="button" class="primary" {...BACK} onClick={hideAids}>
          <Icon shape="back" />
          {text.close}
        </button>
      </nav>
    </section>
  );
}
