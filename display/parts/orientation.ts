/** Which way up the TV shows the hall: as its browser has it, or turned by 90° for a TV that hangs on its side. */
import { effect } from '@preact/signals';
import type { HallScreen } from '../../shared/office/office.ts';

/** Classes of the document; style sheets go by them. */
export function frameOf(orientation: HallScreen['orientation'], isTall: boolean): string {
  const upright = orientation === 'auto' ? isTall : orientation === 'portrait';
  return `${upright ? 'upright' : 'level'}${upright === isTall ? '' : ' turned'}`;
}

/** Sets them now, when set-up says otherwise, and when the window gets another shape. */
export function keepUpright(orientation: () => HallScreen['orientation']): void {
  const tall = matchMedia('(max-aspect-ratio: 1/1)');
  const set = (): void => {
    document.documentElement.className = frameOf(orientation(), tall.matches);
  };
  effect(set);
  // Old browsers know no addEventListener here.
  tall.addListener(set);
}
