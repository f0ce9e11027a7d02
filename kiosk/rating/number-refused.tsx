import { Icon } from '../parts/icons.tsx';
import { BACK, choiceKeys } from '../parts/keys.ts';
import { Message } from '../parts/message.tsx';
import { words } from '../parts/words.ts';
import { afterVoteWords } from './after-vote-words.ts';
import type { RatingFlow } from './flow.ts';

/** Says why the number was not taken, and leads to another one. */
export function NumberRefused({ sentence, flow }: { sentence: string; flow: RatingFlow }) {
  return (
    <Message role="alert" sign="warning" tone="warn" title={afterVoteWords().notLinked} help={sentence}>
      <div class="choices">
        <button type="button" class="primary" {...choiceKeys(0, 1)} onClick={flow.typeNumber}>
          {afterVoteWords().otherNumber}
        </button>
        <button type="button" {...BACK} onClick={flow.done}>
          <Icon shape="check" />
          {words().done}
        </button>
      </div>
    </Message>
  );
}
