/** Runs inside a page: the lines of its texts as the browser breaks them, with the bounds of their ink. */

/** CSS pixels from the corner of the screen. */
export interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface Shown extends Box {
  element: Element;
  text: string;
}

export function isSeen(element: Element): boolean {
  return element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !isForEars(element);
}

/** For screen readers only: cut away, or a point. */
function isForEars(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { clipPath, clip, width, height, position } = getComputedStyle(at);
    if (clipPath === 'inset(50%)' || clip === 'rect(0px, 0px, 0px, 0px)') return true;
    if (position === 'absolute' && Number.parseFloat(width) <= 1 && Number.parseFloat(height) <= 1) return true;
  }
  return false;
}

/** All lines of text below `front` that are not hidden from sight by their own style. */
export function linesIn(front: Element): Shown[] {
  const lines: Shown[] = [];
  const texts = document.createTreeWalker(front, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    if (element && node instanceof Text && node.data.trim() !== '' && isSeen(element)) {
      lines.push(...linesOf(node, element));
    }
  }
  return lines;
}

function linesOf(node: Text, element: Element): Shown[] {
  const range = document.createRange();
  const lines: { box: DOMRect; text: string }[] = [];
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    for (const box of range.getClientRects()) {
      if (box.width === 0 || box.height === 0) continue;
      const last = lines.at(-1);
      if (last && Math.abs(last.box.top - box.top) < box.height / 2) {
        last.box = new DOMRect(last.box.x, last.box.y, box.right - last.box.x, last.box.height);
        last.text += ` ${word}`;
      } else lines.push({ box, text: word });
    }
  }
  return lines.map(({ box, text }) => ({ ...inkOf(text, box, element), element, text }));
}

const pen = document.createElement('canvas').getContext('2d');

/** `box` is the line's content box, whose height is that of the font, whatever the line height is. */
function inkOf(text: string, box: DOMRect, element: Element): Box {
  const { left, right } = box;
  if (!pen) return { top: box.top, bottom: box.bottom, left, right };
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const ink = pen.measureText(text);
  // The page may be scaled by a transformation.
  const scale = box.height / (ink.fontBoundingBoxAscent + ink.fontBoundingBoxDescent);
  const baseline = box.top + ink.fontBoundingBoxAscent * scale;
  return {
    top: baseline - ink.actualBoundingBoxAscent * scale,
    bottom: baseline + ink.actualBoundingBoxDescent * scale,
    left,
    right,
  };
}
