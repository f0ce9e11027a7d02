/** Lets a page go on when the browser translates it. */
import { type ComponentChild, h, options, type VNode } from 'preact';

/** The class of the elements around texts; without one, an element around a text would itself get one around its text. */
const TEXT = 'text';

/**
 * Chromium's translator replaces text nodes by elements of its own. Preact would write a new text into the node that is no longer
 * on the page. Therefore each text gets an element with the text as its key: another text is another element.
 * Must be called before the first rendering.
 */
export function makeTranslatable(): void {
  const { vnode: next } = options;
  options.vnode = (vnode) => {
    if (typeof vnode.type === 'string') wrapTexts(vnode);
    next?.(vnode);
  };
}

function wrapTexts({ props }: VNode<{ class?: string; children?: unknown }>): void {
  const { children } = props;
  if (props.class === TEXT) return;
  if (Array.isArray(children)) props.children = children.map(wrapped);
  else if (isText(children)) props.children = wrapped(children, 0);
}

function wrapped(child: ComponentChild, place: number): ComponentChild {
  return isText(child) ? h('span', { class: TEXT, key: `${place} ${child}` }, child) : child;
}

/** Spaces alone are not translated. */
function isText(child: unknown): child is string | number {
  return typeof child === 'number' || (typeof child === 'string' && child.trim() !== '');
}
