import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);

/**
 * Full TTFs: a subset without some letters would draw them in whatever font the machine has, silently. In one bit thin strokes
 * break, so nothing below 500.
 */
const FACES = {
  medium: '500Medium',
  bold: '700Bold',
  black: '900Black',
} as const;
export type Face = keyof typeof FACES;

/** The family a face is drawn with, of its own so that no weight is ever invented from another. */
export function familyOf(face: Face): string {
  return `den-luot-${face}`;
}

/** Registers the fonts once a process. Throws when one is missing: a ticket in a chance font may lack letters. */
export function loadFonts(): void {
  for (const face of Object.keys(FACES) as Face[]) {
    if (GlobalFonts.has(familyOf(face))) continue;
    const name = FACES[face];
    const path = require.resolve(`@expo-google-fonts/be-vietnam-pro/${name}/BeVietnamPro_${name}.ttf`);
    if (!GlobalFonts.registerFromPath(path, familyOf(face))) throw new Error(`the font ${path} cannot be read`);
  }
}
