/** Browsers count 96 CSS pixels to an inch, whatever the screen. */
export const USUAL_PIXELS_PER_MM = 96 / 25.4;

/** CSS pixels per millimetre of real screens; anything else is a typing mistake. */
export const PLAUSIBLE = { from: 1.5, to: 20 };

const KEY = 'den-luot-mm';

/** Sizes everything by what `?mm=3.2` says or this machine remembers, or else as if the screen had 96 dpi. */
export function calibrate(): void {
  sizeBy(pixelsPerMm());
}

export function pixelsPerMm(): number {
  const pixels = Number(new URLSearchParams(location.search).get('mm') ?? localStorage.getItem(KEY));
  return pixels >= PLAUSIBLE.from && pixels <= PLAUSIBLE.to ? pixels : USUAL_PIXELS_PER_MM;
}

export function sizeBy(pixels: number): void {
  document.documentElement.style.setProperty('--mm', `${pixels}px`);
}

/** For every kiosk page that this browser shows from now on. */
export function rememberPixelsPerMm(pixels: number): void {
  localStorage.setItem(KEY, String(pixels));
}
