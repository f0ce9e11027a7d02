import { build } from '../../build/prepare.mjs';

/** The browser sees `dist`: before its tests that must be what the sources say. */
export function setup(): void {
  if (!build()) throw new Error('The build failed.');
}
