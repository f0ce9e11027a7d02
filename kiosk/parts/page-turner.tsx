import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { keys } from './keys.ts';
import { words } from './words.ts';

/** Share of the visible height that one press scrolls: the last line stays visible. */
const TURN = 0.8;

/** Two buttons that scroll a page which is higher than the screen, for visitors who cannot swipe. */
export function PageTurner({ main }: { main: RefObject<HTMLElement | null> }) {
  const [more, setMore] = useState({ above: false, below: false });
  useEffect(() => {
    const shown = main.current;
    if (!shown) return;
    const update = () => {
      const above = shown.scrollTop > 1;
      const below = shown.scrollTop + shown.clientHeight < shown.scrollHeight - 1;
      setMore((before) => (before.above === above && before.below === below ? before : { above, below }));
    };
    const sizes = new ResizeObserver(update);
    const contents = new MutationObserver(update);
    sizes.observe(shown);
    contents.observe(shown, { childList: true, subtree: true, characterData: true });
    // An aid changes sizes by an attribute of the document, without changing the content of the page.
    contents.observe(document.documentElement, { attributes: true });
    shown.addEventListener('scroll', update);
    return () => {
      sizes.disconnect();
      contents.disconnect();
      shown.removeEventListener('scroll', update);
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
