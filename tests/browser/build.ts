import { build } from '../../build/prepare.mjs';

/** Builds `dist`, which the browser loads, from the current sources. */
export function setup(): void {
  if (!build()) throw new Error('The build failed.');
}
