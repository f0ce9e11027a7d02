import { Face } from '../../shared/client/face.tsx';
import { common } from '../../shared/client/language.ts';
import { Heading } from '../parts/heading.tsx';
import { choiceKeys } from '../parts/keys.ts';
import { BackButton } from '../parts/steps.tsx';
import { ratingWords } from './words.ts';

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
          <button key={name} type="button" {...choiceKeys(index)} onClick={() => onChoose(index + 1)}>
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
