/** Contrast of colours as WCAG 2.2 defines it. Colours are `#rrggbb`. */

/** The lightest background of text in an office's accent (`--brand` of base.css), and the colour of text on the accent. */
export const ACCENT_GROUND = '#0a4a7a';
export const ON_ACCENT = '#2b2000';
/** WCAG 2.2, 1.4.3, for text of any size. */
const READABLE = 4.5;
/** How much lighter each step makes a colour, as a part of its distance to white. */
const STEP = 0.05;

/** From 1 (equal colours) to 21 (black on white). https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The wanted colour, made lighter until it is readable on the dark blue background and dark text is readable on it. */
export function readableAccent(wanted: string): string {
  let accent = wanted.toLowerCase();
  for (let share = STEP; !isReadable(accent); share += STEP) accent = lightened(wanted, Math.min(1, share));
  return accent;
}

function isReadable(accent: string): boolean {
  return contrast(accent, ACCENT_GROUND) >= READABLE && contrast(accent, ON_ACCENT) >= READABLE;
}

function lightened(colour: string, share: number): string {
  const hex = channels(colour).map((value) => Math.round(value + (255 - value) * share).toString(16));
  return `#${hex.map((digits) => digits.padStart(2, '0')).join('')}`;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
