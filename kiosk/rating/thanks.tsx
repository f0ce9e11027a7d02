import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { BACK } from '../parts/keys.ts';
import { words } from '../parts/words.ts';
import { ratingWords } from './words.ts';

export function Thanks({ onHome }: { onHome: () => void }) {
  return (
    <section class="message" role="status">
      <span class="sign good">
        <Icon shape="check" />
      </span>
      <Heading help={ratingWords().thanksHelp}>{ratingWords().thanks}</Heading>
      <button type="button" {...BACK} onClick={onHome}>
        <Icon shape="home" />
        {words().toStart}
      </button>
    </section>
  );
}
