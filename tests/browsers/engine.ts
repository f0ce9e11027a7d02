/** What the core day needs of a browser, whatever protocol drives it. */
export interface Screen {
  open(address: string): Promise<void>;
  /** The value of an expression in the page, as JSON; a promise is waited for. */
  evaluate(expression: string): Promise<unknown>;
  /** A press by mouse in the middle of the first such element. */
  press(selector: string): Promise<void>;
  /** Types into the element that has the focus; `\uE007` is Enter. */
  type(text: string): Promise<void>;
  /** A PNG. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

export interface Engine {
  name: string;
  /** How to install it on Debian. */
  install: string;
  isInstalled(): boolean;
  /** Opens a window of its own with an empty page of this size in CSS pixels. */
  open(width: number, height: number): Promise<Screen>;
  close(): Promise<void>;
}

/** WebDriver and BiDi have the same form of pointer actions. */
export function pressAt(x: number, y: number): object[] {
  return [
    {
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    },
  ];
}

export function typing(text: string): object[] {
  const actions = [...text].flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]);
  return [{ type: 'key', id: 'keyboard', actions }];
}

/** An expression for the middle of the first such element, as `[x, y]`, after scrolling to it; null when there is none. */
export function middleOf(selector: string): string {
  return `(() => {
    const element = document.querySelector(${JSON.stringify(selector)});
    if (!element) return null;
    element.scrollIntoView({ block: 'nearest' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  })()`;
}

export async function pointOf(screen: Pick<Screen, 'evaluate'>, selector: string): Promise<[number, number]> {
  const point = await screen.evaluate(middleOf(selector));
  if (!Array.isArray(point)) throw new Error(`The page has no ${selector}.`);
  const [x, y] = point.map(Number);
  return [x ?? 0, y ?? 0];
}
