import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { keys } from './keys.ts';
import { words } from './words.ts';

/** How much of the height is turned at once: the last line stays in sight. */
const TURN = 0.8;

/** Two buttons where a page is higher than the screen, so that nobody has to swipe. */
export function PageTurner({ main }: { main: RefObject<HTMLElement | null> }) {
  const [more, setMore] = useState({ above: false, below: false });
  useEffect(() => {
    const shown = main.current;
    if (!shown) return;
    const look = () => {
      const above = shown.scrollTop > 1;
      const below = shown.scrollTop + shown.clientHeight < shown.scrollHeight - 1;
      setMore((before) => (before.above === above && before.below === below ? before : { above, below }));
    };
    const sizes = new ResizeObserver(look);
    const contents = new MutationObserver(look);
    sizes.observe(shown);
    contents.observe(shown, { childList: true, subtree: true, characterData: true });
    // Switching an aid changes sizes without changing the page.
    contents.observe(document.documentElement, { attributes: true });
    shown.addEventListener('scroll', look);
    return () => {
      sizes.disconnect();
      contents.disconnect();
      shown.removeEventListener('scroll', look);
    };
  }, [main]);

  if (!more.above && !more.below) return null;
  const turn = (pages: number) => main.current?.scrollBy({ top: pages * TURN * main.current.clientHeight });
  return (
    <div class="turner">
      <button
        type="button"
        disabled={!more.above}
        aria-label={words().above}
        {...keys('PageUp')}
        onClick={() => turn(-1)}
      >
        <Icon shape="up" />
      </button>
      <button
        type="button"
        disabled={!more.below}
        aria-label={words().below}
        {...keys('PageDown')}
        onClick={() => turn(1)}
      >
        <Icon shape="down" />
      </button>
    </div>
  );
}
