/** Orientation of the page: as the browser has it, or turned by 90° for a TV that is mounted on its side. */
import { effect } from '@preact/signals';
import type { HallScreen } from '../../shared/office/office.ts';

/** Classes of the document element, by which style sheets choose a layout. */
export function frameOf(orientation: HallScreen['orientation'], isTall: boolean): string {
  const upright = orientation === 'auto' ? isTall : orientation === 'portrait';
  return `${upright ? 'upright' : 'level'}${upright === isTall ? '' : ' turned'}`;
}

/** Sets the classes of `frameOf` now, when set-up changes, and when the window gets another shape. */
export function keepUpright(orientation: () => HallScreen['orientation']): void {
  const tall = matchMedia('(max-aspect-ratio: 1/1)');
  const set = (): void => {
    document.documentElement.className = frameOf(orientation(), tall.matches);
  };
  effect(set);
  // Not addEventListener: old browsers do not have it here.
  tall.addListener(set);
}

/** Whether the page has the layout of an upright screen at this moment. */
export function isUpright(): boolean {
  return document.documentElement.className.indexOf('upright') === 0;
}
