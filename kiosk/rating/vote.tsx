/** The pages of one vote: the level, the reason, and the thanks. */
import { Face } from '../../shared/client/face.tsx';
import { common } from '../../shared/client/language.ts';
import type { RatingReason } from '../../shared/protocol/requests.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon, type Shape } from '../parts/icons.tsx';
import { BACK, choiceKeys } from '../parts/keys.ts';
import { Message } from '../parts/message.tsx';
import { moreIcons } from '../parts/more-icons.ts';
import { BackButton } from '../parts/steps.tsx';
import { words } from '../parts/words.ts';
import { ratingWords, reasonWords } from './words.ts';

const SMILE = 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8.5 14.5q3.5 3.5 7 0M9 9.5h.1M15 9.5h.1';

interface LevelsProps {
  levels: 3 | 5;
  number: string | null;
  onChoose: (level: number) => void;
  onBack: () => void;
}

export function Levels({ levels, number, onChoose, onBack }: LevelsProps) {
  const text = ratingWords();
  return (
    <section class="page">
      <p class="whose">{number === null ? text.anonymous : text.forNumber(number)}</p>
      <Heading help={text.confidential}>{text.howWasIt}</Heading>
      <div class="faces">
        {common().levels[levels].map((name, index) => (
          <button key={name} type="button" {...choiceKeys(index, levels)} onClick={() => onChoose(index + 1)}>
            <Face level={index + 1} levels={levels} />
            <span class="word">{name}</span>
          </button>
        ))}
      </div>
      <nav class="steps">
        <BackButton onBack={onBack} />
      </nav>
    </section>
  );
}

const REASONS = [
  { reason: 'waiting', shape: 'clock' },
  { reason: 'attitude', shape: SMILE },
  { reason: 'guidance', shape: moreIcons.signpost },
  { reason: 'papers', shape: 'document' },
  { reason: 'room', shape: moreIcons.chair },
] as const satisfies readonly { reason: RatingReason; shape: Shape }[];

interface ReasonsProps {
  /** Seconds until the vote is sent without a reason. */
  remaining: number | null;
  onChoose: (reason: RatingReason | null) => void;
}

export function Reasons({ remaining, onChoose }: ReasonsProps) {
  const text = ratingWords();
  return (
    <section class="page">
      <Heading help={remaining === null ? null : text.whatMatteredHelp(remaining)}>{text.whatMattered}</Heading>
      <div class="reasons">
        {REASONS.map(({ reason, shape }, index) => (
          <button
            key={reason}
            type="button"
            {...choiceKeys(index, REASONS.length + 1)}
            onClick={() => onChoose(reason)}
          >
            <span class="sign">
              <Icon shape={shape} />
            </span>
            {reasonWords()[reason]}
          </button>
        ))}
        <button
          type="button"
          class="skip"
          {...choiceKeys(REASONS.length, REASONS.length + 1)}
          onClick={() => onChoose(null)}
        >
          <span class="sign">
            <Icon shape="check" />
          </span>
          {text.skip}
        </button>
      </div>
    </section>
  );
}

export function Thanks({ onHome }: { onHome: () => void }) {
  const text = ratingWords();
  return (
    <Message role="status" sign="check" tone="good" title={text.thanks} help={text.thanksHelp}>
      <button type="button" {...BACK} onClick={onHome}>
        <Icon shape="home" />
        {words().toStart}
      </button>
    </Message>
  );
}
