import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Pictogram } from '../../shared/client/pictogram.tsx';
import { keys } from './keys.ts';
import { words } from './words.ts';

/** Share of the visible height that one press scrolls: the last line stays visible. */
const TURN = 0.8;

const isHigher = ({ scrollHeight, clientHeight }: Element, by = 1) => scrollHeight > clientHeight + by;

/** The list of a page that turns by itself, below a heading that stays, or else the page. */
function turnedIn(main: HTMLElement): HTMLElement {
  const list = main.querySelector<HTMLElement>('.scrolls');
  return list && isHigher(list) ? list : main;
}

/** Two buttons that scroll a page which is higher than the screen, for visitors who cannot swipe. */
export function PageTurner({ main }: { main: RefObject<HTMLElement | null> }) {
  const [more, setMore] = useState({ above: false, below: false });
  useEffect(() => {
    const shown = main.current;
    if (!shown) return;
    const update = () => {
      const turned = turnedIn(shown);
      // The height that the buttons themselves take from the page, upright.
      const buttons = shown.nextElementSibling?.querySelector('.turner');
      const taken = buttons && matchMedia('(orientation: portrait)').matches ? 1.5 * buttons.clientHeight : 0;
      const higher = isHigher(turned, 1 + taken);
      const above = higher && turned.scrollTop > 1;
      const below = higher && turned.scrollTop + turned.clientHeight < turned.scrollHeight - 1;
      setMore((before) => (before.above === above && before.below === below ? before : { above, below }));
    };
    const sizes = new ResizeObserver(update);
    const contents = new MutationObserver(update);
    sizes.observe(shown);
    contents.observe(shown, { childList: true, subtree: true, characterData: true });
    // An aid changes sizes by an attribute of the document, without changing the content of the page.
    contents.observe(document.documentElement, { attributes: true });
    shown.addEventListener('scroll', update, { capture: true });
    // With its own letters a page may be higher or lower than with those of the browser.
    document.fonts.addEventListener('loadingdone', update);
    return () => {
      sizes.disconnect();
      contents.disconnect();
      shown.removeEventListener('scroll', update, { capture: true });
      document.fonts.removeEventListener('loadingdone', update);
    };
  }, [main]);

  if (!more.above && !more.below) return null;
  const turn = (direction: 1 | -1) => {
    if (!main.current) return;
    const turned = turnedIn(main.current);
    // A list snaps to whole rows.
    const share = turned === main.current ? TURN : 1;
    turned.scrollBy({ top: direction * share * turned.clientHeight });
  };
  return (
    <div class="turner">
      <button type="button" disabled={!more.above} {...keys('PageUp')} onClick={() => turn(-1)}>
        <Pictogram name="down" />
        <span class="foot-word">{words().above}</span>
      </button>
      <button type="button" disabled={!more.below} {...keys('PageDown')} onClick={() => turn(1)}>
        <Pictogram name="down" />
        <span class="foot-word">{words().below}</span>
      </button>
    </div>
  );
}
