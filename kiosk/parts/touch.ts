/**
 * What every touch on a kiosk means beside its button. Listens on the whole document and tells `touched` after the
 * buttons have had theirs, so that a warning does not vanish under the finger before its button is pressed.
 */
export function listenToTouch(touched: () => void): void {
  document.addEventListener('click', swallowDoubleTap, { capture: true });
  document.addEventListener('click', touched);
  document.addEventListener('keyup', touched);
  // A finger on a key of a number pad leaves the focus where it is, so that Enter still means "go on".
  document.addEventListener('mousedown', (event) => {
    if (within(event, '[data-rapid]')) event.preventDefault();
  });
  // A long press must not open the browser's menu on a screen without a mouse.
  document.addEventListener('contextmenu', (event) => event.preventDefault());
}

/** Many people tap twice, as with a mouse: the second tap would press whatever the next page shows at that place. */
function swallowDoubleTap(event: MouseEvent): void {
  if (event.detail < 2 || within(event, '[data-rapid]')) return;
  event.preventDefault();
  event.stopPropagation();
}

function within(event: Event, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}
