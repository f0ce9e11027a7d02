/**
 * Handles touches on the whole document. `touched` is called after the button under the finger has handled the touch: the
 * idle warning must not close before its own button is pressed.
 */
export function listenToTouch(touched: () => void): void {
  swallowDoubleTaps();
  pressByEachContact();
  for (const kind of ['click', 'keyup', 'touchend']) document.addEventListener(kind, touched);
  // A touch on a digit button leaves the focus where it is, so that Enter still presses "Continue".
  document.addEventListener('mousedown', (event) => {
    if (within(event, '[data-rapid]')) event.preventDefault();
  });
  // A long press must not open the browser's menu on a screen without a mouse.
  document.addEventListener('contextmenu', (event) => event.preventDefault());
}

/** A finger that moves no further than this presses the button on which it began. */
const SLIDE_PIXELS = 40;
/** A contact that lasts longer is a hand that rests on the glass. */
const REST_MS = 2000;

/**
 * Browsers make a click only of a single contact that hardly moves: a hand that rests on the glass, or a finger that slides, would
 * deafen the page. Here each contact presses by itself. Touch events, because a browser that scrolls ends pointer events.
 */
function pressByEachContact(): void {
  const contacts = new Map<number, { button: HTMLButtonElement; x: number; y: number; from: number }>();
  document.addEventListener('touchstart', ({ changedTouches, timeStamp }) => {
    for (const { identifier, target, clientX: x, clientY: y } of changedTouches) {
      const button = target instanceof Element && target.closest('button');
      if (button) contacts.set(identifier, { button, x, y, from: timeStamp });
    }
  });
  document.addEventListener('touchcancel', ({ changedTouches }) => {
    for (const { identifier } of changedTouches) contacts.delete(identifier);
  });
  document.addEventListener('touchend', (event) => {
    // The browser must not press the button a second time.
    if (event.cancelable && within(event, 'button')) event.preventDefault();
    for (const { identifier, clientX, clientY } of event.changedTouches) {
      const began = contacts.get(identifier);
      contacts.delete(identifier);
      if (!began || event.timeStamp - began.from > REST_MS) continue;
      if (Math.hypot(clientX - began.x, clientY - began.y) > SLIDE_PIXELS) continue;
      if (!canBePressed(began.button)) continue;
      // The page may change now: another contact has not been meant for what it will lie on.
      if (!('rapid' in began.button.dataset)) contacts.clear();
      const details = { detail: 1, pointerType: 'touch', bubbles: true, cancelable: true, clientX, clientY };
      began.button.dispatchEvent(new PointerEvent('click', details));
    }
  });
}

function canBePressed(button: HTMLButtonElement): boolean {
  const dialog = document.querySelector('dialog[open]');
  return button.isConnected && !button.disabled && (dialog === null || dialog.contains(button));
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

/** For touches, whose `detail` is 1 for each tap. A click by a key has another pointer type. */
function repeats({ pointerType, timeStamp, clientX, clientY }: PointerEvent, before: PointerEvent): boolean {
  if (pointerType !== 'touch' || timeStamp - before.timeStamp > TWICE_MS) return false;
  return Math.hypot(clientX - before.clientX, clientY - before.clientY) < TWICE_PIXELS;
}

function within(event: Event, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}
