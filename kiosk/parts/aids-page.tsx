import { wordsOf } from '../../shared/client/language.ts';
import { aids as en } from '../../shared/words/en/aids.ts';
import { aids as vi } from '../../shared/words/vi/aids.ts';
import { AIDS, type Aid, aids, hideAids, switchAid } from './aids.ts';
import { Heading } from './heading.tsx';
import { Icon, type Shape } from './icons.tsx';
import { choiceKeys } from './keys.ts';
import { moreIcons } from './more-icons.ts';
import { BackButton } from './steps.tsx';
import { words } from './words.ts';

const LETTERS = 'M2.5 19 8 5l5.5 14M4.5 14.5h7M15 19l3-8 3 8M16 16.5h4';
const CONTRAST = 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 3v18M14.5 4v16M17 5.5v13M19.3 7.5v9';
const LOWER = 'M4 21h16M12 3v13M6.5 11l5.5 5.5 5.5-5.5';

const aidsWords = wordsOf({ vi, en });

const SHAPES: Record<Aid, Shape> = { 'big-text': LETTERS, contrast: CONTRAST, reach: LOWER };

/** The page with the switches of all aids, and the keys of a number pad. */
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
            {...choiceKeys(index, AIDS.length)}
            onClick={() => switchAid(aid)}
          >
            <Icon shape={SHAPES[aid]} />
            <span class="switch-name">{text.names[aid]}</span>
            <span class="switch-state">
              <Icon shape={aids.value.has(aid) ? 'check' : moreIcons.off} />
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
