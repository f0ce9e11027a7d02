import { aidsShown } from './aids.ts';
import { Icon } from './icons.tsx';
import { keys } from './keys.ts';
import { words } from './words.ts';

export function AidsButton() {
  return (
    <button
      type="button"
      class="aids-button"
      aria-expanded={aidsShown.value}
      {...keys('Plus')}
      onClick={() => {
        aidsShown.value = !aidsShown.value;
      }}
    >
      <Icon shape="person" />
      <span class="foot-word">{words().aids}</span>
    </button>
  );
}
