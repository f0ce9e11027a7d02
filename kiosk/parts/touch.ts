/**
 * What every touch and key on a kiosk means beside its button. Listens on the whole document and tells `touched` after
 * the buttons have had theirs, so that a warning does not vanish under the finger before its button is pressed.
 */
export function listenToTouch(touched: () => void): void {
  document.addEventListener('click', swallowDoubleTap, { capture: true });
  document.addEventListener('click', touched);
  document.addEventListener('keyup', touched);
  document.addEventListener('keydown', pressByKey);
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

/** A digit or letter presses the button that carries it in `aria-keyshortcuts`. */
function pressByKey(event: KeyboardEvent): void {
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
  // Enter on a button presses that button already.
  if (event.key === 'Enter' && within(event, 'button')) return;
  const scope = document.querySelector('dialog[open]') ?? document;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  scope.querySelector<HTMLButtonElement>(`button[aria-keyshortcuts="${CSS.escape(key)}"]`)?.click();
}

function within(event: Event, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}
