/**
 * Runs inside a page and finds what the page does not show whole:
 *
 * - `cut glyphs`: the ink of a letter crosses the edge of a box that hides what is outside it
 * - `cut text`: a line of a text, or the end of one, is hidden without an ellipsis
 * - `overlap`: two texts, two buttons, or a text and a button around another text, lie over one another
 * - `broken chip`: a text with a ground or an edge of its own breaks over two lines into open halves
 * - `hidden row`: a row of a list or a button is not displayed, or is outside the screen with no way to scroll to it
 */
import { type Box, isSeen, linesIn, type Shown } from './lines.ts';

export interface LayoutFault {
  kind: 'cut glyphs' | 'cut text' | 'overlap' | 'broken chip' | 'hidden row';
  /** The element by its tag and classes, after the part of the page around it. */
  element: string;
  text: string;
}

declare global {
  interface Window {
    /** With `everything`, a row that must be scrolled to is hidden: before a kiosk or a TV people see one screen. */
    layoutFaults(everything: boolean): LayoutFault[];
  }
}

/** CSS pixels; rounding to whole pixels and anti-aliasing stay below it. */
const TOLERANCE = 1.5;
/** CSS pixels in both directions. */
const OVERLAP = 3;
const ROWS = 'li, tr, button, input, select';

window.layoutFaults = (everything) => {
  const front = document.querySelector('dialog[open]') ?? document.body;
  const faults: LayoutFault[] = [];
  const whole: Shown[] = [];
  for (const line of linesIn(front)) {
    const kind = cutOf(line);
    if (kind === null) whole.push(line);
    else if (kind !== 'meant') faults.push({ kind, element: nameOf(line.element), text: line.text });
  }
  faults.push(...overlapsOf([...whole, ...buttonsIn(front)]), ...brokenChips(front), ...hiddenRows(front, everything));
  return faults;
};

function nameOf(element: Element): string {
  const own = (each: Element) => [each.localName, ...[...each.classList].toSorted()].join('.');
  // Parts of a name are alike everywhere; the element around them says what it is the name of.
  const named = element.closest(':not(.part)') ?? element;
  const around = named.parentElement?.closest('section, header, footer, nav, ul, dialog, main, form');
  return around ? `${own(around)} ${own(named)}` : own(named);
}

interface Frame {
  element: Element;
  inside: Box;
  scrollsX: boolean;
  scrollsY: boolean;
}

/** The boxes around an element that hide what is outside them, the nearest first. */
function* windowsAround(element: Element): Generator<Frame> {
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
    const { overflowX, overflowY, display } = getComputedStyle(at);
    if (display === 'inline' || (overflowX === 'visible' && overflowY === 'visible')) continue;
    const { top, left } = at.getBoundingClientRect();
    const inside = { top: top + at.clientTop, left: left + at.clientLeft };
    yield {
      element: at,
      inside: { ...inside, bottom: inside.top + at.clientHeight, right: inside.left + at.clientWidth },
      scrollsX: /auto|scroll/.test(overflowX),
      scrollsY: /auto|scroll/.test(overflowY),
    };
  }
}

const isAcross = (line: Box, edge: Box) => line.left < edge.left - TOLERANCE || line.right > edge.right + TOLERANCE;
const isBeyond = (line: Box, edge: Box) => line.top < edge.top - TOLERANCE || line.bottom > edge.bottom + TOLERANCE;
const isGone = (line: Box, edge: Box) => line.top >= edge.bottom - TOLERANCE || line.bottom <= edge.top + TOLERANCE;

/** How the line is cut, which is meant where one can scroll to it or an ellipsis shows it; null when all of it is on the screen. */
function cutOf(line: Shown): 'cut glyphs' | 'cut text' | 'meant' | null {
  for (const { inside, scrollsX, scrollsY } of windowsAround(line.element)) {
    if (scrollsY && isBeyond(line, inside)) return 'meant';
    const across = isAcross(line, inside) && !scrollsX;
    if (across || isGone(line, inside)) return hasEllipsis(line.element, across) ? 'meant' : 'cut text';
    if (isBeyond(line, inside)) return 'cut glyphs';
  }
  return isAcross(line, { ...line, left: 0, right: innerWidth }) ? 'cut text' : null;
}

/** Whether the browser shows that the end of a line, or further lines, are missing. */
function hasEllipsis(element: Element, across: boolean): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { textOverflow, webkitLineClamp } = getComputedStyle(at);
    if (across ? textOverflow === 'ellipsis' : webkitLineClamp !== 'none') return true;
  }
  return false;
}

function buttonsIn(front: Element): Shown[] {
  return [...front.querySelectorAll('button')].filter(isSeen).flatMap((element) => {
    const box = element.getBoundingClientRect();
    for (const { inside } of windowsAround(element)) if (isBeyond(box, inside) || isAcross(box, inside)) return [];
    const { top, bottom, left, right } = box;
    return { top, bottom, left, right, element, text: element.textContent ?? '' };
  });
}

function overlapsOf(boxes: readonly Shown[]): LayoutFault[] {
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(({ element }) => !one.element.contains(element) && !element.contains(one.element))
      .filter(
        (other) =>
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > OVERLAP &&
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > OVERLAP,
      )
      .map((other) => ({
        kind: 'overlap',
        element: nameOf(one.element),
        text: `${one.text} | ${nameOf(other.element)}`,
      })),
  );
}

function brokenChips(front: Element): LayoutFault[] {
  const isBroken = (element: Element) => {
    const { display, backgroundColor, outlineStyle, borderLeftStyle, boxDecorationBreak } = getComputedStyle(element);
    const hasShape = backgroundColor !== 'rgba(0, 0, 0, 0)' || outlineStyle !== 'none' || borderLeftStyle !== 'none';
    return display === 'inline' && hasShape && boxDecorationBreak !== 'clone' && element.getClientRects().length > 1;
  };
  return [...front.querySelectorAll('*')]
    .filter((element) => isBroken(element) && isSeen(element))
    .map((element) => ({ kind: 'broken chip', element: nameOf(element), text: element.textContent ?? '' }));
}

function hiddenRows(front: Element, everything: boolean): LayoutFault[] {
  return [...front.querySelectorAll(ROWS)]
    .filter((row) => isNotDisplayed(row) || (isSeen(row) && isOutside(row, everything)))
    .map((row) => ({ kind: 'hidden row', element: nameOf(row), text: row.textContent ?? '' }));
}

/** A row of a list of which others are displayed. */
function isNotDisplayed(row: Element): boolean {
  if (row.localName !== 'li' || getComputedStyle(row).display !== 'none') return false;
  return [...(row.parentElement?.children ?? [])].some((other) => other.localName === 'li' && isSeen(other));
}

function isOutside(row: Element, everything: boolean): boolean {
  const box = row.getBoundingClientRect();
  for (const { element, inside, scrollsX, scrollsY } of windowsAround(row)) {
    if (element === row) continue;
    if ((scrollsX || scrollsY) && !everything) return false;
    if (isBeyond(box, inside) || isAcross(box, inside)) return true;
  }
  const screen = { top: 0, bottom: innerHeight, left: 0, right: innerWidth };
  return isAcross(box, screen) || (everything && isBeyond(box, screen));
}
