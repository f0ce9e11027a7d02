/**
 * Handles touches on the whole document. `touched` is called after the button under the finger has handled the touch: the
 * idle warning must not close before its own button is pressed.
 */
export function listenToTouch(touched: () => void): void {
  swallowDoubleTaps();
  document.addEventListener('click', touched);
  document.addEventListener('keyup', touched);
  // A touch on a digit button leaves the focus where it is, so that Enter still presses "Continue".
  document.addEventListener('mousedown', (event) => {
    if (within(event, '[data-rapid]')) event.preventDefault();
  });
  // A long press must not open the browser's menu on a screen without a mouse.
  document.addEventListener('contextmenu', (event) => event.preventDefault());
}

/** A second tap within this time and distance is meant for the same button. */
const TWICE_MS = 400;
const TWICE_PIXELS = 75;

/** Many visitors tap twice, as with a mouse: the second tap would press a button of the next page at the same place. */
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

/** For tablets, whose `detail` is 1 for each tap. A click by a key has another pointer type. */
function repeats({ pointerType, timeStamp, clientX, clientY }: PointerEvent, before: PointerEvent): boolean {
  if (pointerType !== 'touch' || timeStamp - before.timeStamp > TWICE_MS) return false;
  return Math.hypot(clientX - before.clientX, clientY - before.clientY) < TWICE_PIXELS;
}

function within(event: Event, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}
