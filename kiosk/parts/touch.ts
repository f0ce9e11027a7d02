/**
 * What every touch on a kiosk means beside its button. Listens on the whole document and tells `touched` after the
 * buttons have had theirs, so that a warning does not vanish under the finger before its button is pressed.
 */
export function listenToTouch(touched: () => void): void {
  swallowDoubleTaps();
  document.addEventListener('click', touched);
  document.addEventListener('keyup', touched);
  // A finger on a key of a number pad leaves the focus where it is, so that Enter still means "go on".
  document.addEventListener('mousedown', (event) => {
    if (within(event, '[data-rapid]')) event.preventDefault();
  });
  // A long press must not open the browser's menu on a screen without a mouse.
  document.addEventListener('contextmenu', (event) => event.preventDefault());
}

/** Within them a second tap at the same place is meant for the same button. */
const TWICE_MS = 400;
const TWICE_PIXELS = 75;

/** Many people tap twice, as with a mouse: the second tap would press whatever the next page shows at that place. */
function swallowDoubleTaps(): void {
  let before: PointerEvent | null = null;
  const swallow = (event: PointerEvent) => {
    const again = event.detail > 1 || (before !== null && repeats(event, before));
    before = event;
    if (!again || within(event, '[data-rapid]')) return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('click', swallow, { capture: true });
}

/** Tablets count each tap as the first one. A click that a key makes is no touch. */
function repeats({ pointerType, timeStamp, clientX, clientY }: PointerEvent, before: PointerEvent): boolean {
  if (pointerType !== 'touch' || timeStamp - before.timeStamp > TWICE_MS) return false;
  return Math.hypot(clientX - before.clientX, clientY - before.clientY) < TWICE_PIXELS;
}

function within(event: Event, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}
