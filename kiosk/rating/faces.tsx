import { Face } from '../../shared/client/face.tsx';
import { common } from '../../shared/client/language.ts';
import type { RatingView } from '../../shared/protocol/views/rating.ts';
import { Heading } from '../parts/heading.tsx';
import { choiceKeys } from '../parts/keys.ts';
import { ratingWords } from './words.ts';

/** The two syllables of this word stay in one line. */
function unbroken(name: string): string {
  return name.replace('hài lòng', 'hài\u00a0lòng');
}

interface FacesProps {
  view: Pick<RatingView, 'levels' | 'order'>;
  /** The number of a scanned ticket. */
  number: string | null;
  /** The pressed face, while it stands alone for a moment. */
  pressed: number | null;
  /** Nobody can rate now: when the office opens, as far as that is known. Null at all other times. */
  closed: string | null;
  /** No vote can be stored now; the message in the frame says why. */
  locked: boolean;
  onChoose: (level: number) => void;
}

/** The whole first page: one press of a face is the vote. */
export function Faces({ view: { levels, order }, number, pressed, closed, locked, onChoose }: FacesProps) {
  const text = ratingWords();
  const worstFirst = common().levels[levels].map((name, index) => ({ name, level: index + 1 }));
  const faces = order === 'best-first' ? worstFirst.reverse() : worstFirst;
  return (
    <section class="page question">
      <Heading help={closed === null ? text.otherLanguage : null}>
        {closed === null ? text.howWasIt : text.closed}
      </Heading>
      <div class={`faces of-${levels}${closed === null ? '' : ' closed'}`}>
        {faces.map(({ name, level }, index) => (
          <button
            key={level}
            type="button"
            class={pressed === null ? '' : pressed === level ? 'pressed' : 'faded'}
            disabled={locked || closed !== null}
            {...choiceKeys(index, levels)}
            onClick={() => onChoose(level)}
          >
            <Face level={level} levels={levels} />
            <span class="word">{unbroken(name)}</span>
          </button>
        ))}
      </div>
      {number !== null && <p class="whose">{text.forNumber(number)}</p>}
      <p class="once">
        {closed ?? [<b key="once">{text.once}</b>, ' ', <span key="secret">{text.confidential}</span>]}
      </p>
    </section>
  );
}
